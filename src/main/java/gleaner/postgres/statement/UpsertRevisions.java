package gleaner.postgres.statement;

import gleaner.cycle.MessageKey;
import gleaner.cycle.Revision;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Map;
import java.util.SortedMap;

/**
 * Keeps of each message the revision that counts, in the order of {@link Revision}; also of users
 * who are forgotten, for there is nothing of them in it.
 */
public final class UpsertRevisions {
    private static final String SQL =
            """
            INSERT INTO gleaner.revision AS r (message_hash, revised_at, deletion, event_hash)
            SELECT gleaner.hash_within_user(n.user_id, n.message_id) AS message_hash, n.revised_at, n.deletion,
                   gleaner.event_hash(n.event_id)
              FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::boolean[], $5::text[])
                   AS n (user_id, message_id, revised_at, deletion, event_id)
            ON CONFLICT (message_hash) DO UPDATE
               SET revised_at = excluded.revised_at, deletion = excluded.deletion, event_hash = excluded.event_hash
             WHERE (r.revised_at, r.deletion, r.event_hash)
                 < (excluded.revised_at, excluded.deletion, excluded.event_hash)
            """;

    private UpsertRevisions() {}

    public static Future<Void> run(
            SqlClient connection, SortedMap<MessageKey, Revision> revisions) {
        var columns =
                Columns.of(revisions.entrySet())
                        .text((Map.Entry<MessageKey, Revision> r) -> r.getKey().userId())
                        .text(r -> r.getKey().messageId())
                        .instant(r -> r.getValue().revisedAt())
                        .truth(r -> r.getValue().deletion())
                        .text(r -> r.getValue().eventId());
        return connection.preparedQuery(SQL).execute(columns.bind()).mapEmpty();
    }
}
