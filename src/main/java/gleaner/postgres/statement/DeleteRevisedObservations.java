package gleaner.postgres.statement;

import gleaner.cycle.MessageKey;
import gleaner.cycle.Revision;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Map;
import java.util.SortedMap;

/**
 * Takes back what messages taught before their revision. A deletion gets a receipt: how many
 * statements went, and how many rows rest on them that are now to be folded anew.
 */
public final class DeleteRevisedObservations {
    private static final String SQL =
            """
            WITH revised AS (
                SELECT *, gleaner.hash_within_user(user_id, message_id) AS message_hash
                  FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::boolean[])
                       AS m (user_id, message_id, revised_at, deletion)
            ), gone AS (
                DELETE FROM gleaner.observation o
                 USING revised m
                  JOIN gleaner.revision r ON r.message_hash = m.message_hash
                 WHERE o.user_id = m.user_id
                   AND o.message_id = m.message_id
                   AND (r.deletion OR r.event_hash <> gleaner.event_hash(o.event_id))
                RETURNING o.user_id, o.message_id, o.slot, o.entity_type, o.entity_name
            ), receipt AS (
                INSERT INTO gleaner.receipt AS t (subject_hash, kind, up_to, counts)
                SELECT m.message_hash, 'message.deleted', m.revised_at,
                       gleaner.counts_of_messages(m.user_id, ARRAY[m.message_id])
                       || jsonb_build_object('observation', (SELECT count(*)
                                                               FROM gone g
                                                              WHERE g.user_id = m.user_id
                                                                AND g.message_id = m.message_id))
                  FROM revised m
                 WHERE m.deletion
                ON CONFLICT (subject_hash, kind, up_to) DO UPDATE
                   SET counts = gleaner.sum_of_counts(t.counts, excluded.counts), last_at = now()
            )
            SELECT user_id, slot, entity_type, entity_name FROM gone
            """;

    private DeleteRevisedObservations() {}

    public static Future<TakenBack> run(
            SqlClient connection, SortedMap<MessageKey, Revision> revisions) {
        var columns =
                Columns.of(revisions.entrySet())
                        .text((Map.Entry<MessageKey, Revision> r) -> r.getKey().userId())
                        .text(r -> r.getKey().messageId())
                        .instant(r -> r.getValue().revisedAt())
                        .truth(r -> r.getValue().deletion());
        return connection.preparedQuery(SQL).execute(columns.bind()).map(TakenBack::of);
    }
}
