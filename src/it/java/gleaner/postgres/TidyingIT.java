package gleaner.postgres;

import static gleaner.postgres.Utterance.by;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.memory.EntityType;
import gleaner.memory.Relation;
import gleaner.postgres.migration.AllRows;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities that are one thing, with everything that hangs on them. */
@RealServers
class TidyingIT {
    private StoreUnderTest store;

    @BeforeEach
    void open(TestDatabase database) {
        store = StoreUnderTest.on(database);
        store.sql(
                """
                INSERT INTO universal_users (universal_id, primary_username)
                VALUES ('ann', 'Ann'), ('bob', 'Bob');
                INSERT INTO fact_entities (entity_type, entity_name, category, attributes)
                VALUES ('food', 'Pizza', NULL, '{"a": 1}'), ('food', 'pizza ', 'italian', '{"a": 2, "b": 2}'),
                       ('food', 'pizzas', NULL, '{}'), ('food', 'soup', NULL, '{}')
                """);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void otherWritersRowsGoOverWithTheirTimes(TestDatabase database) {
        fact("ann", "likes", "pizzas", 2);
        fact("bob", "loves", "pizza ", 3);
        store.sql("UPDATE user_fact_relationships SET updated_at = NULL WHERE user_id = 'bob'");
        var before = times();

        TidyRun.on(database);

        assertThat(entities()).containsExactly("Pizza", "soup");
        assertThat(store.beliefs("ann")).containsExactly("likes | food | Pizza | 0.8");
        assertThat(store.beliefs("bob")).containsExactly("loves | food | Pizza | 0.8");
        assertThat(times()).isEqualTo(before);
    }

    @Test
    void ofTwoRowsThatAreOneTheLaterStaysAndTheOtherIsAdopted(TestDatabase database) {
        fact("ann", "likes", "Pizza", 5);
        fact("ann", "likes", "pizzas", 2);

        TidyRun.on(database);

        assertThat(store.beliefs("ann")).containsExactly("likes | food | Pizza | 0.8");
        assertThat(times()).containsExactly("ann | 2025-01-01 05:00:00");
        assertThat(store.rows("SELECT extractor, slot, entity_name FROM gleaner.observation"))
                .containsExactly("foreign:chat | attitude:pizza | Pizza");
    }

    @Test
    void rowsThatContradictEachOtherAreFoldedWithTheirHistory(TestDatabase database) {
        fact("ann", "likes", "Pizza", 2);
        fact("ann", "hates", "pizzas", 5);

        TidyRun.on(database);

        assertThat(store.beliefs("ann")).containsExactly("hates | food | Pizza | 0.8");
        assertThat(store.history("ann"))
                .singleElement()
                .asString()
                .startsWith("attitude:pizza | Pizza");
    }

    @Test
    void whatTheWorkerReadIsOneBeliefWithAllItsEvidence(TestDatabase database) {
        store.write(store.learned(by("ann", 2).is(Relation.HATES, EntityType.FOOD, "pizzas")));
        store.write(store.learned(by("ann", 3).likes("pizzas"), by("ann", 4).likes("pizza")));
        assertThat(store.beliefs("ann")).hasSize(2);

        var merged = TidyRun.on(database);

        assertThat(merged.statements().values()).containsExactly(2);
        assertThat(store.beliefs("ann")).containsExactly("likes | food | Pizza | 0.99");
        assertThat(store.history("ann"))
                .singleElement()
                .asString()
                .startsWith("attitude:pizza | Pizza");
        assertThat(store.rows("SELECT DISTINCT slot FROM gleaner.observation"))
                .containsExactly("attitude:pizza");

        store.write(store.deleted("ann", "m4", 5), store.deleted("ann", "m3", 5));
        assertThat(store.beliefs("ann")).containsExactly("hates | food | Pizza | 0.9");
    }

    @Test
    void rowsOfRelationsThatNoFoldKnowsKeepWhatTheyHeld(TestDatabase database) {
        fact("ann", "cooks", "Pizza", 5);
        fact("ann", "cooks", "pizzas", 2);

        TidyRun.on(database);

        assertThat(store.beliefs("ann")).containsExactly("cooks | food | Pizza | 0.8");
        assertThat(
                        store.rows(
                                "SELECT context_metadata->>'extraction_method',"
                                        + " context_metadata->'merged'->0->>'updated_at',"
                                        + " jsonb_array_length(context_metadata->'merged')"
                                        + " FROM user_fact_relationships"))
                .containsExactly("chat | 2025-01-01T02:00:00 | 1");
        assertThat(times()).containsExactly("ann | 2025-01-01 05:00:00");
    }

    @Test
    void relationshipsAndWhatIsKnownOfTheThingGoOver(TestDatabase database) {
        relationship("pizzas", "soup", 0.4);
        relationship("Pizza", "soup", 0.6);
        relationship("soup", "pizza ", 0.7);
        relationship("pizza ", "Pizza", 1);

        TidyRun.on(database);

        assertThat(
                        store.rows(
                                "SELECT a.entity_name, b.entity_name, weight FROM"
                                    + " entity_relationships r JOIN fact_entities a ON a.id ="
                                    + " from_entity_id JOIN fact_entities b ON b.id = to_entity_id"
                                    + " ORDER BY 1, 2"))
                .containsExactly("Pizza | soup | 0.6", "soup | Pizza | 0.7");
        assertThat(
                        store.rows(
                                "SELECT category, attributes FROM fact_entities WHERE entity_name ="
                                        + " 'Pizza'"))
                .containsExactly("italian | {\"a\": 1, \"b\": 2}");
    }

    @Test
    void whatTablesOfOtherProgramsReferToStays(TestDatabase database) {
        store.sql(
                """
                CREATE TABLE menu (dish uuid REFERENCES fact_entities ON DELETE CASCADE);
                INSERT INTO menu SELECT id FROM fact_entities WHERE entity_name = 'pizzas';
                """);
        fact("ann", "likes", "pizzas", 2);

        var merged = TidyRun.on(database);

        assertThat(merged.entities().values()).containsExactly(1);
        assertThat(entities()).containsExactly("Pizza", "pizzas", "soup");
        assertThat(store.rows("SELECT count(*) FROM menu")).containsExactly("1");
        assertThat(store.beliefs("ann")).containsExactly("likes | food | Pizza | 0.8");
    }

    @Test
    void whatAnotherWriterSpeltOddlyTakesPartInTheFoldAfterwards(TestDatabase database) {
        fact("ann", "likes", "pizza ", 5);
        store.write(store.learned(by("ann", 3).is(Relation.HATES, EntityType.FOOD, "pizza")));
        assertThat(store.beliefs("ann")).hasSize(2);

        TidyRun.on(database);

        assertThat(store.beliefs("ann")).containsExactly("likes | food | Pizza | 0.8");
    }

    @Test
    void theSecondTimeThereIsNothingToDo(TestDatabase database) throws Exception {
        fact("ann", "likes", "pizzas", 2);
        store.write(store.learned(by("ann", 3).likes("pizzas"), by("bob", 4).likes("pizza")));
        store.sql(
                "INSERT INTO fact_entities (entity_type, entity_name) VALUES ('food', ' ice "
                        + " cream')");
        TidyRun.on(database);
        assertThat(entities()).containsExactly("Pizza", "ice cream", "soup");
        store.sql("DELETE FROM gleaner.audit");
        var before = AllRows.of(database);

        TidyRun.on(database);
        store.sql("DELETE FROM gleaner.audit");

        assertThat(AllRows.of(database)).isEqualTo(before);
    }

    private List<String> entities() {
        return store.rows(
                "SELECT entity_name FROM fact_entities ORDER BY entity_name COLLATE \"C\"");
    }

    private List<String> times() {
        return store.rows("SELECT user_id, updated_at FROM user_fact_relationships ORDER BY 1, 2");
    }

    private void relationship(String from, String to, double weight) {
        store.sql(
                """
                INSERT INTO entity_relationships (from_entity_id, to_entity_id, relationship_type, weight)
                SELECT a.id, b.id, 'similar_to', %s FROM fact_entities a, fact_entities b
                 WHERE a.entity_name = '%s' AND b.entity_name = '%s'
                """
                        .formatted(weight, from, to));
    }

    private void fact(String user, String relation, String food, int hour) {
        store.sql(
                """
                INSERT INTO user_fact_relationships (user_id, entity_id, relationship_type, confidence, updated_at,
                                                     context_metadata)
                SELECT '%s', id, '%s', 0.8, '2025-01-01 %02d:00', '{"extraction_method": "chat"}'
                  FROM fact_entities WHERE entity_name = '%s'
                """
                        .formatted(user, relation, hour, food));
    }
}
