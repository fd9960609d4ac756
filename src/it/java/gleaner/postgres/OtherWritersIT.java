package gleaner.postgres;

import static gleaner.postgres.Utterance.by;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.memory.EntityType;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.memory.Statement.Wish;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows and preferences that other programs store in the same tables. */
@RealServers
class OtherWritersIT {
    private StoreUnderTest store;

    @BeforeEach
    void open(TestDatabase database) {
        store = StoreUnderTest.on(database);
        store.sql(
                "INSERT INTO universal_users (universal_id, primary_username) VALUES ('ann',"
                        + " 'Ann')");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aLaterBeliefOfAnotherWriterStands() {
        foreignFact("lives_in", "place", "Rome", 5, "{\"extraction_method\": \"chat\"}");
        var before = everyRow();

        store.write(store.learned(by("ann", 3).lives("Oslo")));

        assertThat(everyRow()).isEqualTo(before);
    }

    @Test
    void anExplicitBeliefOfAnotherWriterStandsAgainstALaterImpliedOne() {
        foreignFact("lives_in", "place", "Rome", 5, "{\"is_explicit\": true}");

        store.write(store.learned(by("ann", 6).implied().lives("Oslo")));

        assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Rome | 0.8");
    }

    @Test
    void aLaterExplicitStatementReplacesAnotherWritersBeliefWhichComesBackWhenTakenBack() {
        foreignFact("lives_in", "place", "Rome", 2, "{\"extraction_method\": \"chat\"}");

        store.write(store.learned(by("ann", 3).lives("Oslo")));
        assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Oslo | 0.9");
        assertThat(store.rows("SELECT extractor, entity_name FROM gleaner.observation ORDER BY 1"))
                .containsExactly("foreign:chat | Rome", "test@1 | Oslo");
        assertThat(store.history("ann")).hasSize(1).first().asString().contains("Rome");

        store.write(store.deleted("ann", "m3", 4));
        assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Rome | 0.8");
        assertThat(store.history("ann")).isEmpty();
    }

    @Test
    void aRowOfAnOlderWorkerIsNotMistakenForOurs() {
        foreignFact("likes", "food", "Pizza", 2, "{\"extraction_method\": \"enrichment_worker\"}");

        store.write(store.learned(by("ann", 1).is(Relation.HATES, EntityType.FOOD, "pizza")));

        assertThat(store.beliefs("ann")).containsExactly("likes | food | Pizza | 0.8");
    }

    @Test
    void anAttitudeOfAnotherWriterIsEndedByALaterDenial() {
        foreignFact("loves", "food", "pizza", 2, "{}");

        store.write(store.learned(by("ann", 3).denying().likes("pizza")));

        assertThat(store.beliefs("ann")).isEmpty();
        assertThat(store.history("ann")).hasSize(1);
    }

    @Test
    void agreementMakesTheRowOursAndSurer() {
        foreignFact("likes", "food", "pizza", 2, "{}");

        store.write(store.learned(by("ann", 3).likes("pizza")));

        assertThat(store.beliefs("ann")).containsExactly("likes | food | pizza | 0.98");
    }

    @Test
    void factsOfOtherSlotsAndUnknownRelationsAreLeftAlone() {
        foreignFact("likes", "food", "soup", 2, "{}");
        foreignFact("cooks", "food", "pizza", 2, "{}");
        foreignFact("_enrichment_fact_marker", "_processing_marker", "pizza", 2, "{}");
        foreignFact("likes", "_processing_marker", "pizza", 9, "{}");
        var before = everyRow();

        store.write(store.learned(by("ann", 3).likes("pizza")));

        assertThat(everyRow()).hasSize(5).containsAll(before);
    }

    @Test
    void anUpdateByAnotherWriterAfterOursCountsAsTheirs() {
        store.write(store.learned(by("ann", 3).lives("Oslo")));
        store.sql(
                "UPDATE user_fact_relationships SET confidence = 1, updated_at = '2025-01-01"
                        + " 08:00', context_metadata = '{\"extraction_method\": \"chat\"}'");

        store.write(store.learned(by("ann", 5).lives("Rome")));

        assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Oslo | 1");
    }

    @Test
    void rowsWithoutATimeOfTheirOwnGetOneWhenOthersChangeThem() {
        foreignFact("lives_in", "place", "Rome", 2, "{}");
        store.sql("UPDATE user_fact_relationships SET confidence = 0.7");

        store.write(store.learned(by("ann", 3).lives("Oslo")));

        assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Rome | 0.7");
    }

    @Test
    void aLaterPreferenceOfAnotherWriterStands() {
        foreignPreference("preferred_name", "\"Anna\"", "2025-01-01T05:00:00+00:00");
        var before = preferences();

        store.write(store.learned(by("ann", 3).prefers(PreferenceKey.PREFERRED_NAME, "Annie")));

        assertThat(preferences()).isEqualTo(before);
    }

    @Test
    void aLaterExplicitPreferenceReplacesAnotherWritersWhichComesBackWhenTakenBack() {
        foreignPreference("preferred_name", "\"Anna\"", "2025-01-01 02:00:00");

        store.write(store.learned(by("ann", 3).prefers(PreferenceKey.PREFERRED_NAME, "Annie")));
        assertThat(store.preferences("ann")).containsExactly("preferred_name | Annie | 0.9");

        store.write(store.deleted("ann", "m3", 4));
        assertThat(store.preferences("ann")).containsExactly("preferred_name | Anna | 0.8");
    }

    @Test
    void aPreferenceOfAnOlderWorkerIsNotMistakenForOurs() {
        foreignPreference("language", "\"it\"", "2025-01-01T05:00:00Z");
        store.sql(
                "UPDATE universal_users SET preferences = jsonb_set(preferences,"
                        + " '{language,metadata}', '{\"extraction_method\":"
                        + " \"enrichment_worker\"}')");
        var before = preferences();

        store.write(store.learned(by("ann", 3).prefers(PreferenceKey.LANGUAGE, "de")));

        assertThat(preferences()).isEqualTo(before);
    }

    @Test
    void aPreferenceOfAnotherWriterStaysWhenOursIsTakenBack() {
        foreignPreference("language", "\"it\"", "2025-01-01T05:00:00Z");
        var before = preferences();

        store.write(store.learned(by("ann", 3).prefers(PreferenceKey.LANGUAGE, "de")));
        store.write(store.deleted("ann", "m3", 4));

        assertThat(preferences()).isEqualTo(before);
    }

    @Test
    void aValueThatIsNoneOfTheKeysStaysWhileItIsLater() {
        foreignPreference("timezone", "\"EST\"", "2025-01-01T05:00:00Z");

        store.write(store.learned(by("ann", 3).prefers(PreferenceKey.TIMEZONE, "Europe/Oslo")));
        assertThat(store.preferences("ann")).containsExactly("timezone | EST | 0.8");

        store.write(store.learned(by("ann", 6).prefers(PreferenceKey.TIMEZONE, "Europe/Rome")));
        assertThat(store.preferences("ann")).containsExactly("timezone | Europe/Rome | 0.9");
    }

    @Test
    void topicsOfAnotherWriterAndOursShareTheLists() {
        foreignPreference(
                "topic_preferences",
                "{\"focus\": [\"art\", \"music\"], \"avoid\": []}",
                "2025-01-01T02:00:00Z");

        store.write(store.learned(by("ann", 3).wishes(Wish.AVOID, "music")));

        assertThat(store.preferences("ann"))
                .containsExactly(
                        "topic_preferences | {\"avoid\": [\"music\"], \"focus\": [\"art\"]} | 0.9");
    }

    @Test
    void whereAnotherWriterLeftNoDocumentThereIsOneAgain() {
        store.sql("UPDATE universal_users SET preferences = NULL");

        store.write(store.learned(by("ann", 3).prefers(PreferenceKey.LANGUAGE, "de")));

        assertThat(store.preferences("ann")).containsExactly("language | de | 0.9");
    }

    @Test
    void aDocumentThatTheRulesRefuseForAnothersSakeDoesNotStopTheBatch() {
        store.sql(
                """
                ALTER TABLE universal_users DROP CONSTRAINT universal_users_preferences_known_keys;
                UPDATE universal_users SET preferences = '{"language": "it"}';
                ALTER TABLE universal_users ADD CONSTRAINT universal_users_preferences_known_keys
                    CHECK (gleaner.preferences_well_formed(preferences)) NOT VALID;
                """);

        store.write(
                store.learned(
                        by("ann", 3).lives("Oslo"),
                        by("ann", 3).prefers(PreferenceKey.PRONOUNS, "she/her")));
        assertThat(store.beliefs("ann")).hasSize(1);
        assertThat(preferences()).isEqualTo("{\"language\": \"it\"}");

        store.write(store.learned(by("ann", 4).prefers(PreferenceKey.LANGUAGE, "de")));
        assertThat(store.preferences("ann")).containsExactly("language | de | 0.9");
    }

    private void foreignFact(
            String relation, String type, String entity, int hour, String metadata) {
        store.sql(
                """
                INSERT INTO fact_entities (entity_type, entity_name) VALUES ('%2$s', '%3$s') ON CONFLICT DO NOTHING;
                INSERT INTO user_fact_relationships
                       (user_id, entity_id, relationship_type, confidence, updated_at, context_metadata)
                SELECT 'ann', id, '%1$s', 0.8, '2025-01-01 %4$02d:00', '%5$s'
                  FROM fact_entities WHERE entity_type = '%2$s' AND entity_name = '%3$s';
                """
                        .formatted(relation, type, entity, hour, metadata));
    }

    private void foreignPreference(String key, String value, String updatedAt) {
        store.sql(
                """
                UPDATE universal_users SET preferences = preferences ||
                    '{"%s": {"value": %s, "confidence": 0.8, "updated_at": "%s", "metadata": {"bot_name": "gwen"}}}'
                """
                        .formatted(key, value, updatedAt));
    }

    private java.util.List<String> everyRow() {
        return store.rows("SELECT * FROM user_fact_relationships ORDER BY id");
    }

    private String preferences() {
        return store.rows("SELECT preferences FROM universal_users").getFirst();
    }
}
