package gleaner.postgres.statement;

import gleaner.cycle.MessageKey;
import gleaner.cycle.Revision;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Map;
import java.util.SortedMap;

/** Keeps of each message the revision that counts, in the order of {@link Revision}. */
public final class UpsertRevisions {
    private static final String SQL =
            """
            INSERT INTO gleaner.message_revision AS r (user_id, message_id, revised_at, deletion, event_id)
            SELECT n.user_id, n.message_id, n.revised_at, n.deletion, n.event_id
              FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::boolean[], $5::text[])
                   AS n (user_id, message_id, revised_at, deletion, event_id)
             WHERE NOT EXISTS (SELECT
                                 FROM gleaner.forgotten_user f
                                WHERE f.user_hash = gleaner.user_hash(n.user_id)
                                  AND f.forgotten_at >= n.revised_at)
             ORDER BY n.user_id COLLATE "C", n.message_id COLLATE "C"
            ON CONFLICT (user_id, message_id) DO UPDATE
               SET revised_at = excluded.revised_at, deletion = excluded.deletion, event_id = excluded.event_id
             WHERE (r.revised_at, r.deletion, r.event_id)
                 < (excluded.revised_at, excluded.deletion, excluded.event_id)
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
