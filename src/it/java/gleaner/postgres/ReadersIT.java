package gleaner.postgres;

import static gleaner.postgres.Utterance.by;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.memory.EntityType;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queries of the programs that read the tables, word for word. */
@RealServers
class ReadersIT {
    private StoreUnderTest store;

    @BeforeEach
    void open(TestDatabase database) {
        store = StoreUnderTest.on(database);
        store.write(
                store.learned(
                        by("ann", 1).prefers(PreferenceKey.PREFERRED_NAME, "Annie"),
                        by("ann", 1).likes("pizza"),
                        by("ann", 2).surely(0.6).likes("pasta"),
                        by("ann", 3).lives("Oslo"),
                        by("bob", 4).likes("pizzas")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void preferredNames() {
        var rows =
                store.rows(
                        """
                        SELECT universal_id, preferences->>'preferred_name',
                               (preferences->'preferred_name'->>'confidence')::float
                        FROM universal_users WHERE preferences ? 'preferred_name'
                        """);

        assertThat(rows)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("ann | {\"value\": \"Annie\"")
                .endsWith(" | 0.9");
    }

    @Test
    void preferredNamesAreFoundThroughTheirIndex() {
        store.sql(
                """
                INSERT INTO universal_users (universal_id, primary_username)
                SELECT n, n FROM generate_series(1, 5000) n;
                ANALYZE universal_users;
                """);

        assertThat(
                        store.rows(
                                "EXPLAIN SELECT universal_id FROM universal_users"
                                        + " WHERE preferences ? 'preferred_name'"
                                        + " AND lower(preferences->>'preferred_name') LIKE 'x%'"))
                .anyMatch(line -> line.contains("idx_universal_users_prefer"));
    }

    @Test
    void factsByTypeAndConfidence() {
        assertThat(
                        store.rows(
                                """
                                SELECT fe.entity_name, ufr.confidence, ufr.emotional_context, ufr.mentioned_by_character
                                FROM user_fact_relationships ufr
                                JOIN fact_entities fe ON ufr.entity_id = fe.id
                                WHERE ufr.user_id = 'ann' AND fe.entity_type = 'food'
                                  AND ufr.relationship_type = 'likes' AND ufr.confidence > 0.5
                                ORDER BY ufr.confidence DESC, ufr.updated_at DESC LIMIT 10
                                """))
                .containsExactly("pizza | 0.9 | happy | elena", "pasta | 0.6 | happy | elena");
    }

    @Test
    void entitiesByFullText() {
        assertThat(
                        store.rows(
                                """
                                SELECT entity_name, category, entity_type,
                                       ts_rank(search_vector, plainto_tsquery('english', 'pizza')) > 0
                                FROM fact_entities
                                WHERE search_vector @@ plainto_tsquery('english', 'pizza') ORDER BY 1
                                """))
                .containsExactly("pizza | - | food | t", "pizzas | - | food | t");
    }

    @Test
    void twoHopsToWhatIsSimilar() {
        store.sql(
                """
                INSERT INTO entity_relationships (from_entity_id, to_entity_id, relationship_type, weight)
                SELECT a.id, b.id, 'similar_to', 0.8 FROM fact_entities a, fact_entities b
                 WHERE (a.entity_name, b.entity_name) IN (('pizza', 'pizzas'), ('pizzas', 'pasta'));
                """);

        assertThat(
                        store.rows(
                                """
                                WITH RECURSIVE hop AS (
                                    SELECT fe.id, fe.entity_name, 0 AS hops FROM fact_entities fe
                                     WHERE fe.entity_name = 'pizza'
                                    UNION ALL
                                    SELECT fe.id, fe.entity_name, hops + 1
                                      FROM hop
                                      JOIN entity_relationships er
                                        ON er.from_entity_id = hop.id AND er.relationship_type = 'similar_to'
                                      JOIN fact_entities fe ON fe.id = er.to_entity_id
                                     WHERE hops < 2)
                                SELECT entity_name, hops FROM hop WHERE hops > 0 ORDER BY hops
                                """))
                .containsExactly("pizzas | 1", "pasta | 2");
    }

    @Test
    void factsWithRelations() {
        store.sql(
                """
                INSERT INTO fact_entities (entity_type, entity_name) VALUES ('_processing_marker', 'marker');
                INSERT INTO user_fact_relationships (user_id, entity_id, relationship_type, confidence)
                SELECT 'ann', id, '_enrichment_fact_marker', 1 FROM fact_entities WHERE entity_name = 'marker';
                INSERT INTO entity_relationships (from_entity_id, to_entity_id, relationship_type)
                SELECT a.id, b.id, 'similar_to' FROM fact_entities a, fact_entities b
                 WHERE a.entity_name = 'pizza' AND b.entity_name = 'pizzas';
                """);

        assertThat(store.rows("SELECT * FROM get_user_facts_with_relations('ann')"))
                .containsExactly(
                        "Oslo | - | lives_in | 0.9 | happy | elena | 0 | 2025-01-01 03:00:00",
                        "pizza | - | likes | 0.9 | happy | elena | 1 | 2025-01-01 01:00:00",
                        "pasta | - | likes | 0.6 | happy | elena | 0 | 2025-01-01 02:00:00");
        assertThat(
                        store.rows(
                                "SELECT entity_name FROM get_user_facts_with_relations('ann',"
                                        + " 'food', 0.7, 5)"))
                .containsExactly("pizza");
    }

    @Test
    void similarEntities() {
        store.write(store.learned(by("bob", 5).is(Relation.LIKES, EntityType.MEDIA, "pizza")));

        assertThat(
                        store.rows(
                                """
                                SELECT similar_entity_name, round(similarity_score::numeric, 2)
                                FROM fact_entities f, discover_similar_entities(f.id)
                                WHERE f.entity_name = 'pizza' AND f.entity_type = 'food'
                                """))
                .containsExactly("pizzas | 0.63");
        assertThat(
                        store.rows(
                                """
                                SELECT similar_entity_name FROM fact_entities f, discover_similar_entities(f.id, 0.7)
                                WHERE f.entity_name = 'pizza' AND f.entity_type = 'food'
                                """))
                .isEmpty();
        assertThat(
                        store.rows(
                                """
                                SELECT similar_entity_name FROM fact_entities f, discover_similar_entities(f.id, 0.01, 9)
                                WHERE f.entity_name = 'pizza' AND f.entity_type = 'food'
                                """))
                .containsExactly("pizzas", "pasta");
    }

    @Test
    void aNameWithManyWordsAroundItFitsTheIndex() {
        var words = "\uD83C\uDF55\u00e9\"".repeat(400);
        store.write(
                store.learned(
                        by("cid", 1)
                                .quoting(words)
                                .prefers(PreferenceKey.PREFERRED_NAME, "C" + "\u00e9".repeat(59))));

        assertThat(
                        store.rows(
                                "SELECT octet_length(preferences->>'preferred_name') < 2600,"
                                    + " preferences->'preferred_name'->'metadata'->'conversation_context'"
                                    + " FROM universal_users WHERE universal_id = 'cid'"))
                .containsExactly("t | null");
    }
}
