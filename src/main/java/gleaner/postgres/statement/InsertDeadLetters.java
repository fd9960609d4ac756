package gleaner.postgres.statement;

import gleaner.postgres.letter.Owner;
import gleaner.postgres.letter.Sealed;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;

/**
 * Keeps which records could not be applied, and why; each once. One of a topic that was made anew
 * takes the place of the one that stood at its offset. A payload is left out whose words were taken
 * back already.
 */
public final class InsertDeadLetters {
    private static final String SQL =
            """
            INSERT INTO gleaner.dead_letter AS dead_letter
                   (topic, partition, "offset", error_class, sqlstate, reason, attempts, topic_id,
                    payload, key_id, user_hash)
            SELECT n.topic, n.partition, n."offset", n.error_class, n.sqlstate, n.reason, n.attempts, p.topic_id,
                   kept.payload, kept.key_id, kept.user_hash
              FROM unnest($1::text[], $2::int[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::int[],
                          $8::text[], $9::text[], $10::text[], $11::timestamptz[], $12::bytea[], $13::text[])
                   AS n (topic, partition, "offset", error_class, sqlstate, reason, attempts,
                         user_id, conversation_id, message_id, said_at, payload, key_id)
              LEFT JOIN gleaner.partition_progress p ON p.topic = n.topic AND p.partition = n.partition
              LEFT JOIN LATERAL (
                    SELECT n.payload, n.key_id, gleaner.user_hash(n.user_id) AS user_hash
                     WHERE n.payload IS NOT NULL
                       AND NOT EXISTS (SELECT
                                         FROM gleaner.forgotten_user f
                                        WHERE f.user_hash = gleaner.user_hash(n.user_id)
                                          AND f.forgotten_at >= n.said_at)
                       AND NOT EXISTS (SELECT
                                         FROM gleaner.forgotten_conversation c
                                        WHERE c.conversation_hash = gleaner.hash_within_user(n.user_id, n.conversation_id)
                                          AND c.forgotten_at >= n.said_at)
                       AND NOT EXISTS (SELECT
                                         FROM gleaner.revision r
                                        WHERE r.message_hash = gleaner.hash_within_user(n.user_id, n.message_id))
                   ) AS kept ON true
            ON CONFLICT (topic, partition, "offset") DO UPDATE
               SET error_class = excluded.error_class,
                   sqlstate = excluded.sqlstate,
                   reason = excluded.reason,
                   attempts = excluded.attempts,
                   created_at = excluded.created_at,
                   topic_id = excluded.topic_id,
                   payload = excluded.payload,
                   key_id = excluded.key_id,
                   user_hash = excluded.user_hash
             WHERE dead_letter.topic_id <> excluded.topic_id
            """;

    private InsertDeadLetters() {}

    public static Future<Void> run(SqlClient connection, Collection<StoredLetter> letters) {
        var columns =
                Columns.of(letters)
                        .text((StoredLetter l) -> l.letter().partition().topic())
                        .int4(l -> l.letter().partition().number())
                        .int8(l -> l.letter().offset())
                        .text(l -> l.letter().errorClass())
                        .text(l -> l.letter().sqlState())
                        .text(l -> l.letter().reason())
                        .int4(l -> l.letter().attempts())
                        .text(l -> l.ofOwner(Owner::userId))
                        .text(l -> l.ofOwner(Owner::conversationId))
                        .text(l -> l.ofOwner(Owner::messageId))
                        .instant(l -> l.ofOwner(Owner::saidAt))
                        .bytes(l -> l.ofSealed(Sealed::bytes))
                        .text(l -> l.ofSealed(Sealed::keyId));
        return connection.preparedQuery(SQL).execute(columns.bind()).mapEmpty();
    }
}
