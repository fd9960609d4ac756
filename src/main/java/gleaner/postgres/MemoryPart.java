package gleaner.postgres;

import java.util.Locale;

/**
 * The parts of the memory, each as lines of JSON in an order of its own ("C"), by user first.
 *
 * <p>No generated ids are in it and no times of rows, so the same memory gives the same lines
 * wherever and whenever it was written. Columns: {@code line}, {@code name} (of the entity, in
 * whatever spelling came first), {@code user_id}.
 */
enum MemoryPart {
    /** What is believed now, but for the rows of an older worker's bookkeeping. */
    BELIEFS(
            """
            SELECT jsonb_build_array(
                       'belief', r.user_id, r.relationship_type, e.entity_type, r.confidence, r.strength,
                       r.emotional_context, r.source_conversation_id, r.mentioned_by_character, r.source_platform,
                       r.context_metadata - 'evidence',
                       (SELECT jsonb_agg(
                                   CASE WHEN said->>'message_id' LIKE 'foreign:%' THEN said - 'message_id'
                                        ELSE said END ORDER BY nth)
                          FROM jsonb_array_elements(r.context_metadata->'evidence') WITH ORDINALITY AS x (said, nth))
                   )::text AS line,
                   e.entity_name AS name, r.user_id
              FROM public.user_fact_relationships r
              JOIN public.fact_entities e ON e.id = r.entity_id
             WHERE e.entity_type <> '_processing_marker'
               AND r.relationship_type NOT LIKE '\\_enrichment%'
             ORDER BY r.user_id COLLATE "C", r.relationship_type COLLATE "C", (r.context_metadata->>'slot') COLLATE "C",
                      e.entity_type COLLATE "C", lower(e.entity_name COLLATE "C")
            """),

    /** What was believed before. */
    HISTORY(
            """
            SELECT jsonb_build_array(
                       'history', user_id, slot, seq, relation, entity_type, entity_name, preference_key, value, wish,
                       confidence, valid_from AT TIME ZONE 'UTC', valid_to AT TIME ZONE 'UTC',
                       regexp_replace(message_id, '^foreign:.*', 'foreign'), quote, extractor,
                       regexp_replace(ended_by_message_id, '^foreign:.*', 'foreign'), ended_by_quote
                   )::text AS line, '' AS name, user_id
              FROM gleaner.belief_history
             ORDER BY user_id COLLATE "C", slot COLLATE "C", seq
            """),

    /** How users want to be spoken to. */
    PREFERENCES(
            """
            SELECT jsonb_build_array('preferences', universal_id, preferences)::text AS line, '' AS name,
                   universal_id AS user_id
              FROM public.universal_users
             WHERE preferences <> '{}'
             ORDER BY universal_id COLLATE "C"
            """);

    private final String sql;

    MemoryPart(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    /** For people. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
