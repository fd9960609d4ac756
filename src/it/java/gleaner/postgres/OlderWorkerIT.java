package gleaner.postgres;

import static gleaner.postgres.Utterance.by;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.memory.PreferenceKey;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worker that Gleaner takes over from goes on writing on the newest schema, word for word. */
@RealServers
class OlderWorkerIT {
    private StoreUnderTest store;
    private Connection older;

    @BeforeEach
    void open(TestDatabase database) throws SQLException {
        store = StoreUnderTest.on(database);
        older = database.connect();
        write(
                """
                INSERT INTO universal_users (universal_id, primary_username, display_name, created_at, last_active)
                VALUES ('ann', 'user_ann', 'User ann', NOW(), NOW())
                ON CONFLICT (universal_id) DO UPDATE SET last_active = NOW()
                """);
    }

    @AfterEach
    void close() throws SQLException {
        older.close();
        store.close();
    }

    @Test
    void itsFactsAreStoredAndTakePartInTheFold() throws SQLException {
        fact("Pizza", "likes", "2025-01-01 05:00");
        fact("Pizza", "likes", "2025-01-01 06:00");

        store.write(store.learned(by("ann", 3).denying().likes("pizza")));
        assertThat(store.beliefs("ann")).containsExactly("likes | food | Pizza | 0.9");

        store.write(store.learned(by("ann", 7).denying().likes("pizza")));
        assertThat(store.beliefs("ann")).isEmpty();
    }

    @Test
    void itsPreferencesAreMergedWithOurs() throws SQLException {
        preference("preferred_name", "Anna", "2025-01-01T05:00:00Z");
        store.write(store.learned(by("ann", 3).prefers(PreferenceKey.LANGUAGE, "de")));
        preference("timezone", "UTC", "2025-01-01T06:00:00Z");

        assertThat(store.preferences("ann"))
                .containsExactly(
                        "language | de | 0.9",
                        "preferred_name | Anna | 0.9",
                        "timezone | UTC | 0.9");
    }

    @Test
    void itsMarksStayAndAreNoFacts() throws SQLException {
        write(
                """
                WITH marker AS (
                    INSERT INTO fact_entities (entity_type, entity_name, category, attributes)
                    VALUES ('_processing_marker', 'fact_marker_conv-1', '_internal', '{}'::jsonb)
                    ON CONFLICT (entity_type, entity_name) DO UPDATE SET updated_at = NOW()
                    RETURNING id)
                INSERT INTO user_fact_relationships (user_id, entity_id, relationship_type, confidence, context_metadata)
                SELECT 'ann', id, '_enrichment_fact_marker', 1.0, '{"latest_message_timestamp": "2025-01-01T05:00:00Z"}'
                  FROM marker
                ON CONFLICT (user_id, entity_id, relationship_type) DO UPDATE
                   SET context_metadata = EXCLUDED.context_metadata, updated_at = NOW()
                """);

        store.write(store.learned(by("ann", 3).likes("pizza")));

        assertThat(store.beliefs("ann"))
                .containsExactly(
                        "_enrichment_fact_marker | _processing_marker | fact_marker_conv-1 | 1",
                        "likes | food | pizza | 0.9");
        assertThat(store.rows("SELECT entity_name FROM get_user_facts_with_relations('ann')"))
                .containsExactly("pizza");
    }

    private void fact(String food, String relation, String at) throws SQLException {
        write(
                """
                WITH entity AS (
                    INSERT INTO fact_entities (entity_type, entity_name, category, attributes)
                    VALUES ('food', '%s', 'dish', '{"tags": ["italian"]}'::jsonb)
                    ON CONFLICT (entity_type, entity_name) DO UPDATE
                       SET category = COALESCE(EXCLUDED.category, fact_entities.category),
                           attributes = fact_entities.attributes || EXCLUDED.attributes, updated_at = NOW()
                    RETURNING id)
                INSERT INTO user_fact_relationships (user_id, entity_id, relationship_type, confidence, emotional_context,
                       mentioned_by_character, source_conversation_id, context_metadata, updated_at)
                SELECT 'ann', id, '%s', 0.9, 'happy', 'elena', 'conv-1',
                       '{"extraction_method": "enrichment_worker", "extracted_at": "2025-01-01T05:00:00"}'::jsonb, '%3$s'
                  FROM entity
                ON CONFLICT (user_id, entity_id, relationship_type) DO UPDATE
                   SET confidence = GREATEST(user_fact_relationships.confidence, EXCLUDED.confidence),
                       context_metadata = user_fact_relationships.context_metadata || EXCLUDED.context_metadata,
                       updated_at = '%3$s'
                """
                        .formatted(food, relation, at));
    }

    private void preference(String key, String value, String at) throws SQLException {
        write(
                """
                UPDATE universal_users
                   SET preferences = COALESCE(preferences, '{}'::jsonb) || '{"%s": {"value": "%s", "confidence": 0.9,
                       "updated_at": "%s", "metadata": {"extraction_method": "enrichment_worker", "is_explicit": true}}}'::jsonb
                 WHERE universal_id = 'ann'
                """
                        .formatted(key, value, at));
    }

    private void write(String sql) throws SQLException {
        Db.execute(older, sql);
    }
}
