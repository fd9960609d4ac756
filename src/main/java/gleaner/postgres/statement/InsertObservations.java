package gleaner.postgres.statement;

import gleaner.memory.Slot;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds observations that still count: not of a user or a conversation that was forgotten since, and
 * of the words that are the message's content now. What is there already stays as it is.
 */
public final class InsertObservations {
    private static final String SQL =
            """
            INSERT INTO gleaner.observation
                   (user_id, observation_id, message_id, event_id, edited, slot, relation, entity_type, entity_name,
                    preference_key, value, wish, attributes, denied, temporal, confidence, strength, explicit, emotion,
                    said_at, conversation_id, platform, character, span_start, span_end, quote, rule, extractor)
            SELECT o.user_id, o.observation_id, o.message_id, o.event_id, o.edited, o.slot, o.relation, o.entity_type,
                   o.entity_name, o.preference_key, o.value, o.wish, o.attributes::jsonb, o.denied, o.temporal,
                   o.confidence, o.strength, o.explicit, o.emotion, o.said_at, o.conversation_id, o.platform,
                   o.character, o.span_start, o.span_end, o.quote, o.rule, o.extractor
              FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::boolean[], $6::text[], $7::text[],
                          $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::boolean[],
                          $15::text[], $16::float8[], $17::float8[], $18::boolean[], $19::text[], $20::timestamptz[],
                          $21::text[], $22::text[], $23::text[], $24::int[], $25::int[], $26::text[], $27::text[],
                          $28::text[])
                   AS o (user_id, observation_id, message_id, event_id, edited, slot, relation, entity_type,
                         entity_name, preference_key, value, wish, attributes, denied, temporal, confidence, strength,
                         explicit, emotion, said_at, conversation_id, platform, character, span_start, span_end, quote,
                         rule, extractor)
              LEFT JOIN gleaner.revision r ON r.message_hash = gleaner.hash_within_user(o.user_id, o.message_id)
             WHERE CASE WHEN o.edited THEN r.event_hash = gleaner.event_hash(o.event_id) AND NOT r.deletion
                        ELSE r.message_hash IS NULL END
               AND NOT EXISTS (SELECT
                                 FROM gleaner.forgotten_user f
                                WHERE f.user_hash = gleaner.user_hash(o.user_id)
                                  AND f.forgotten_at >= o.said_at)
               AND NOT EXISTS (SELECT
                                 FROM gleaner.forgotten_conversation c
                                WHERE c.conversation_hash = gleaner.hash_within_user(o.user_id, o.conversation_id)
                                  AND c.forgotten_at >= o.said_at)
            ON CONFLICT (user_id, observation_id) DO NOTHING
            RETURNING user_id, slot
            """;

    private InsertObservations() {}

    /** Gives the slots of those that are new. */
    public static Future<List<Slot>> run(
            SqlClient connection, Collection<StoredObservation> observations) {
        return connection.preparedQuery(SQL).execute(columns(observations)).map(SelectSlots::slots);
    }

    private static Tuple columns(Collection<StoredObservation> observations) {
        return Columns.of(observations)
                .text(o -> o.observation().userId())
                .uuid(StoredObservation::id)
                .text(o -> o.observation().source().messageId())
                .text(o -> o.observation().source().eventId())
                .truth(StoredObservation::edited)
                .text(o -> o.observation().slot().key())
                .text(o -> o.statement().relation())
                .text(o -> o.statement().entityType())
                .text(o -> o.statement().entityName())
                .text(o -> o.statement().preferenceKey())
                .text(o -> o.statement().value())
                .text(o -> o.statement().wish())
                .text(o -> json(o.attributes()))
                .truth(o -> o.observation().denied())
                .text(o -> o.observation().temporal().wireName())
                .number(o -> o.observation().confidence())
                .number(o -> o.observation().strength())
                .truth(o -> o.observation().explicit())
                .text(o -> o.observation().emotion().wireName())
                .instant(o -> o.observation().source().saidAt())
                .text(o -> o.observation().source().conversationId())
                .text(o -> o.observation().source().platform())
                .text(o -> o.observation().source().character())
                .int4(o -> o.observation().evidence().start())
                .int4(o -> o.observation().evidence().end())
                .text(o -> o.observation().evidence().quote())
                .text(o -> o.observation().evidence().rule())
                .text(o -> o.observation().extractor())
                .bind();
    }

    private static @Nullable String json(Map<String, String> attributes) {
        return attributes.isEmpty() ? null : new JsonObject(Map.copyOf(attributes)).encode();
    }
}
