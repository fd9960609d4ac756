package gleaner.demo;

/** What the demo asks the database, in SQL that any reader of the tables can use. */
final class Queries {

    /** What is shown while it grows. */
    static final String PROGRESS =
            """
            SELECT (SELECT count(*) FROM user_fact_relationships) AS facts,
                   (SELECT count(*)
                      FROM universal_users, jsonb_object_keys(preferences)) AS preferences
            """;

    /** Committed positions of a topic. */
    static final String POSITIONS =
            "SELECT partition, next_offset FROM gleaner.partition_progress WHERE topic = ?";

    static final String USERS =
            "SELECT universal_id FROM universal_users ORDER BY universal_id COLLATE \"C\"";

    /** The current beliefs of a user, each with the latest words that say so. */
    static final String FACTS =
            """
            SELECT r.relationship_type, e.entity_name, e.entity_type, r.confidence,
                   r.context_metadata #>> '{evidence,0,quote}' AS quote,
                   r.context_metadata #>> '{evidence,0,message_id}' AS message_id,
                   (r.context_metadata #>> '{evidence,0,said_at}')::timestamptz AS said_at
              FROM user_fact_relationships r
              JOIN fact_entities e ON e.id = r.entity_id
             WHERE r.user_id = ?
             ORDER BY r.relationship_type, e.entity_name
            """;

    /** The current preferences of a user, each with the latest words that say so. */
    static final String PREFERENCES =
            """
            WITH entry AS (
                SELECT p.key, p.value->'value' AS said, (p.value->>'confidence')::float AS confidence
                  FROM universal_users u, jsonb_each(u.preferences) AS p
                 WHERE u.universal_id = ?),
            single AS (
                SELECT key, said #>> '{}' AS shown, said #>> '{}' AS value, confidence
                  FROM entry
                 WHERE jsonb_typeof(said) <> 'object'
                 UNION ALL
                SELECT entry.key, list.key || ' ' || topic.name, topic.name, confidence
                  FROM entry
                 CROSS JOIN jsonb_each(said) AS list
                 CROSS JOIN jsonb_array_elements_text(list.value) AS topic(name)
                 WHERE jsonb_typeof(said) = 'object')
            SELECT s.key, s.shown, s.confidence, o.quote, o.message_id, o.said_at
              FROM single s
              LEFT JOIN LATERAL (
                   SELECT quote, message_id, said_at
                     FROM gleaner.observation o
                    WHERE o.user_id = ?
                      AND o.preference_key = s.key
                      AND o.value = s.value
                      AND NOT o.denied
                    ORDER BY o.said_at DESC, o.message_id DESC
                    LIMIT 1) o ON true
             ORDER BY s.key, s.shown
            """;

    /** What was believed of a user once, and what ended it. */
    static final String HISTORY =
            """
            SELECT coalesce(relation, preference_key) AS name, coalesce(entity_name, value) AS what,
                   valid_from, valid_to, quote, ended_by_quote
              FROM gleaner.belief_history
             WHERE user_id = ?
             ORDER BY valid_to, name, what
            """;

    /** Since when a user is forgotten; only a digest of the id is kept. */
    static final String FORGOTTEN =
            "SELECT forgotten_at FROM gleaner.forgotten_user WHERE user_hash ="
                    + " gleaner.user_hash(?)";

    /** Rows that still speak of a user, in all tables. */
    static final String TRACES =
            """
            SELECT (SELECT count(*) FROM universal_users WHERE universal_id = ?)
                 + (SELECT count(*) FROM user_fact_relationships WHERE user_id = ?)
                 + (SELECT count(*) FROM gleaner.observation WHERE user_id = ?)
                 + (SELECT count(*) FROM gleaner.belief_history WHERE user_id = ?)
            """;

    static final String DEAD_LETTERS =
            """
            SELECT partition, "offset", error_class, reason
              FROM gleaner.dead_letter
             WHERE topic = ?
             ORDER BY partition, "offset"
            """;

    private Queries() {}
}
