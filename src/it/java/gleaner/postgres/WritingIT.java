package gleaner.postgres;

import static gleaner.postgres.Utterance.by;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cycle.WriteOutcome;
import gleaner.memory.EntityType;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.memory.Statement.Wish;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealServers
class WritingIT {
    private StoreUnderTest store;

    @BeforeEach
    void open(TestDatabase database) {
        store = StoreUnderTest.on(database);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aFactIsBelievedWithItsEvidence() {
        var outcome = store.write(store.learned(by("user-0123456789", 3).lives("Oslo")));

        assertThat(outcome).isEqualTo(new WriteOutcome.Committed(1, 1, 0));
        assertThat(store.beliefs("user-0123456789"))
                .containsExactly("lives_in | place | Oslo | 0.9");
        assertThat(
                        store.rows(
                                """
                                SELECT strength, emotional_context, source_conversation_id, mentioned_by_character,
                                       source_platform, created_at, updated_at,
                                       context_metadata - 'evidence', context_metadata->'evidence'
                                  FROM user_fact_relationships
                                """))
                .containsExactly(
                        "0.7 | happy | c1 | elena | discord | 2025-01-01 03:00:00 | 2025-01-01"
                            + " 03:00:00 | {\"rule\": \"test.rule\", \"slot\": \"lives_in\","
                            + " \"mentions\": 1, \"temporal\": \"current\", \"extractor\":"
                            + " \"test@1\", \"last_said\": \"2025-01-01T03:00:00Z\","
                            + " \"valid_from\": \"2025-01-01T03:00:00Z\", \"is_explicit\": true,"
                            + " \"extraction_method\": \"enrichment_worker\"} | [{\"end\": 7,"
                            + " \"quote\": \"words\", \"start\": 2, \"said_at\":"
                            + " \"2025-01-01T03:00:00Z\", \"message_id\": \"m3\","
                            + " \"conversation_id\": \"c1\"}]");
        assertThat(
                        store.rows(
                                "SELECT universal_id, primary_username, display_name, created_at"
                                        + " FROM universal_users"))
                .containsExactly(
                        "user-0123456789 | user_23456789 | User 456789 | 2025-01-01 03:00:00");
    }

    @Test
    void aPreferenceIsMergedInTheShapeThatReadersKnow() {
        store.sql(
                "INSERT INTO universal_users (universal_id, primary_username, preferences)"
                        + " VALUES ('ann', 'Ann', '{\"theme\": \"dark\"}')");

        store.write(store.learned(by("ann", 1).prefers(PreferenceKey.PREFERRED_NAME, "Mark")));

        assertThat(
                        store.rows(
                                "SELECT preferences - 'preferred_name',"
                                        + " preferences->'preferred_name' FROM universal_users"))
                .containsExactly(
                        "{\"theme\": \"dark\"} | {\"value\": \"Mark\", \"metadata\": {\"bot_name\":"
                                + " \"elena\", \"extractor\": \"test@1\", \"reasoning\": \"said"
                                + " outright (rule test.rule)\", \"is_explicit\": true,"
                                + " \"extraction_method\": \"enrichment_worker\","
                                + " \"conversation_context\": \"words\", \"is_preference_change\":"
                                + " false}, \"confidence\": 0.9, \"updated_at\":"
                                + " \"2025-01-01T01:00:00Z\"}");
    }

    @Test
    void theSameEventsAgainChangeNothing() {
        var lives = store.learned(by("ann", 1).lives("Oslo"));
        var name = store.learned(by("ann", 2).prefers(PreferenceKey.PREFERRED_NAME, "Mark"));
        store.write(lives, name);
        var before = store.stateHash();

        assertThat(store.write(lives, name)).isEqualTo(new WriteOutcome.Committed(0, 0, 0));
        assertThat(store.stateHash()).isEqualTo(before);
    }

    @Test
    void saidAgainItIsBelievedMoreFirmly() {
        store.write(store.learned(by("ann", 1).surely(0.6).likes("pizza")));
        store.write(store.learned(by("ann", 2).surely(0.5).likes("pizza")));

        assertThat(store.beliefs("ann")).containsExactly("likes | food | pizza | 0.8");
    }

    @Test
    void whoMovesLivesInTheNewHomeAndTheOldOneIsHistory() {
        store.write(store.learned(by("ann", 1).lives("Oslo")));
        store.write(store.learned(by("ann", 5).lives("Bergen")));

        assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Bergen | 0.9");
        assertThat(store.history("ann"))
                .containsExactly(
                        "lives_in | Oslo | 2025-01-01 01:00:00 | 2025-01-01 05:00:00 | m5");
    }

    @Test
    void anOlderStatementThatArrivesLateTakesThePlaceItHad() {
        store.write(store.learned(by("ann", 5).lives("Bergen")));
        store.write(store.learned(by("ann", 1).lives("Oslo")));

        assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Bergen | 0.9");
        assertThat(store.history("ann")).hasSize(1).first().asString().contains("Oslo");
    }

    @Test
    void ofALongStoryTheLatestStatementsCountWhateverTheOrderTheyCameIn() {
        for (var hour : List.of(3, 15, 1, 12, 7, 14, 2, 9, 11, 5, 4, 13, 6, 10, 8)) {
            store.write(store.learned(by("ann", hour).lives("Home " + hour)));
        }

        assertThat(store.history("ann"))
                .as("ten statements: the present one, and nine before it")
                .hasSize(StoreUnderTest.LIMITS.statementsPerSlot() - 1)
                .first()
                .asString()
                .contains("Home 6");
        assertThat(store.rows("SELECT count(*) FROM gleaner.observation")).containsExactly("15");
    }

    @Test
    void ofManyStatementsOfOneTimeTheSameCountWhateverTheOrderTheyCameIn() {
        store.sql("ALTER DATABASE %s SET enable_indexscan = off".formatted(store.database.name()));
        store.sql("ALTER DATABASE %s SET enable_bitmapscan = off".formatted(store.database.name()));
        try (var unordered = store.beside(1)) {
            var homes = IntStream.range(0, 15).mapToObj(n -> at("m" + n).lives("Home " + n));
            var learned = homes.map(home -> unordered.learned(home)).toList();
            learned.forEach(unordered::write);
            var before = unordered.stateHash();
            store.sql("TRUNCATE universal_users CASCADE");
            learned.reversed().forEach(unordered::write);

            assertThat(unordered.stateHash()).isEqualTo(before);
        }
    }

    private static Utterance at(String message) {
        return by("ann", 1).in(message).event(message);
    }

    @Test
    void anAttitudeTurns() {
        store.write(store.learned(by("ann", 1).likes("pizza")));
        store.write(store.learned(by("ann", 2).is(Relation.HATES, EntityType.FOOD, "Pizza")));

        assertThat(store.beliefs("ann")).containsExactly("hates | food | pizza | 0.9");
    }

    @Test
    void aDenialEndsABelief() {
        store.write(store.learned(by("ann", 1).lives("Oslo")));
        store.write(store.learned(by("ann", 2).denying().lives("Oslo")));

        assertThat(store.beliefs("ann")).isEmpty();
        assertThat(store.history("ann")).hasSize(1);
    }

    @Test
    void topicsStandInTwoSortedLists() {
        store.write(
                store.learned(
                        by("ann", 1).wishes(Wish.FOCUS, "music"),
                        by("ann", 1).wishes(Wish.FOCUS, "art"),
                        by("ann", 1).wishes(Wish.AVOID, "politics")));
        store.write(store.learned(by("ann", 2).denying().wishes(Wish.FOCUS, "music")));

        assertThat(store.preferences("ann"))
                .containsExactly(
                        "topic_preferences | {\"avoid\": [\"politics\"], \"focus\": [\"art\"]} |"
                                + " 0.9");
    }

    @Test
    void aPreferenceCalledOffLeavesNoKey() {
        store.write(store.learned(by("ann", 1).prefers(PreferenceKey.LANGUAGE, "de")));
        store.write(store.learned(by("ann", 2).denying().prefers(PreferenceKey.LANGUAGE, "de")));

        assertThat(store.preferences("ann")).isEmpty();
    }

    @Test
    void spellingsOfOneNameAreOneEntityWhateverTheirLetters() {
        store.write(store.learned(by("ann", 1).is(Relation.VISITED, EntityType.PLACE, "Ålesund")));
        store.write(store.learned(by("ann", 2).is(Relation.VISITED, EntityType.PLACE, "ÅLESUND")));
        store.write(store.learned(by("bob", 3).is(Relation.VISITED, EntityType.PLACE, "ålesund")));
        store.write(store.learned(by("bob", 4).is(Relation.VISITED, EntityType.PLACE, "rome")));
        store.write(store.learned(by("cid", 5).is(Relation.VISITED, EntityType.PLACE, "Rome")));

        assertThat(store.beliefs("ann")).hasSize(1);
        assertThat(store.beliefs("bob")).hasSize(2);
        assertThat(store.beliefs("cid")).containsExactly("visited | place | rome | 0.9");
    }

    @Test
    void aTypeThatAnOlderCheckRefusesIsKeptAsCategory() {
        store.sql("ALTER TABLE fact_entities ADD CHECK (entity_type IN ('food', 'other'))");

        store.write(store.learned(by("ann", 1).is(Relation.HAS_PET, EntityType.PET, "Rex")));
        store.write(store.learned(by("ann", 2).is(Relation.HAS_PET, EntityType.PET, "Rex")));

        assertThat(store.beliefs("ann")).containsExactly("has_pet | other | Rex | 0.99");
        assertThat(store.rows("SELECT category FROM fact_entities")).containsExactly("pet");
    }

    @Test
    void aTypeThatANewCheckRefusesIsKeptAsCategoryFromThenOn() {
        store.write(store.learned(by("ann", 1).likes("pizza")));
        store.sql("ALTER TABLE fact_entities ADD CHECK (entity_type IN ('food', 'other'))");

        var pet = store.learned(by("ann", 2).is(Relation.HAS_PET, EntityType.PET, "Rex"));
        assertThat(store.attempt(pet)).isInstanceOf(WriteOutcome.Unavailable.class);
        store.write(pet);

        assertThat(store.beliefs("ann"))
                .containsExactly("has_pet | other | Rex | 0.9", "likes | food | pizza | 0.9");
    }

    @Test
    void anEntityThatIsGoneBeforeAnybodyRefersToItIsTriedAgain() {
        store.sql(
                """
                CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TRIGGER swallow BEFORE INSERT ON fact_entities FOR EACH ROW EXECUTE FUNCTION swallow();
                """);
        var learned = store.learned(by("ann", 1).likes("pizza"));
        assertThat(store.attempt(learned)).isInstanceOf(WriteOutcome.Unavailable.class);

        store.sql("DROP TRIGGER swallow ON fact_entities");
        store.write(learned);
        assertThat(store.beliefs("ann")).containsExactly("likes | food | pizza | 0.9");
    }

    @Test
    void anEntityOfABatchThatWasRefusedIsNotReliedOn() {
        store.sql(
                "ALTER TABLE user_fact_relationships ADD CONSTRAINT no_homes CHECK"
                        + " (relationship_type <> 'lives_in')");
        assertThat(store.attempt(store.learned(by("ann", 1).lives("Oslo"))))
                .isInstanceOf(WriteOutcome.Refused.class);
        store.sql("ALTER TABLE user_fact_relationships DROP CONSTRAINT no_homes");

        store.write(store.learned(by("bob", 2).lives("Oslo")));

        assertThat(store.beliefs("bob")).containsExactly("lives_in | place | Oslo | 0.9");
    }

    @Test
    void anEntityThatSomebodyDeletedIsMadeAnew() {
        store.write(store.learned(by("ann", 1).likes("pizza")));
        store.sql("DELETE FROM fact_entities");

        var again = store.learned(by("bob", 2).likes("pizza"));
        assertThat(store.attempt(again)).isInstanceOf(WriteOutcome.Unavailable.class);
        store.write(again);

        assertThat(store.beliefs("bob")).containsExactly("likes | food | pizza | 0.9");
    }

    @Test
    void textThatTheDatabaseCannotHoldIsCleaned() {
        store.write(
                store.learned(
                        by("ann\u0000", 1)
                                .quoting("a\u0000b\uD800c \uD83D\uDE00")
                                .lives("Os\u0000lo\uDC00"),
                        by("ann\u0000", 2).prefers(PreferenceKey.PREFERRED_NAME, "M\u0000ark"),
                        by("ann\u0000", 3).prefers(PreferenceKey.LOCATION, "\u0000")));

        assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Oslo\uFFFD | 0.9");
        assertThat(store.preferences("ann")).containsExactly("preferred_name | Mark | 0.9");
        assertThat(store.rows("SELECT DISTINCT quote FROM gleaner.observation ORDER BY 1"))
                .containsExactly("ab\uFFFDc \uD83D\uDE00", "words");
    }

    @Test
    void aFullDocumentTakesNoFurtherKeyButRenewsThoseItHas(TestDatabase database) {
        store.sql(
                "INSERT INTO universal_users (universal_id, primary_username, preferences) VALUES"
                        + " ('ann', 'Ann', jsonb_build_object('x', repeat('x', 65500)))");
        store.write(
                store.learned(
                        by("ann", 1).prefers(PreferenceKey.LANGUAGE, "de"),
                        by("ann", 1).lives("Oslo")));
        assertThat(store.rows("SELECT preferences ? 'language' FROM universal_users"))
                .containsExactly("f");
        assertThat(store.beliefs("ann")).hasSize(1);

        store.sql(
                "UPDATE universal_users SET preferences = preferences ||"
                        + " '{\"timezone\": {\"value\": \"Europe/Oslo\", \"confidence\": 0.5}}'");
        store.write(store.learned(by("ann", 2).prefers(PreferenceKey.TIMEZONE, "Europe/Rome")));
        assertThat(store.rows("SELECT preferences->'timezone'->>'value' FROM universal_users"))
                .containsExactly("Europe/Rome");
    }

    @Test
    void deadLettersAreKeptOnce() {
        store.write(store.dead(7, "unexpected end \u0000 at 12"), store.passed());
        store.write(store.dead(7, "unexpected end at 12"));

        assertThat(
                        store.rows(
                                "SELECT topic, partition, \"offset\", error_class, reason, attempts"
                                        + " FROM gleaner.dead_letter"))
                .containsExactly("events | 0 | 7 | not_json | unexpected end  at 12 | 1");
    }

    @Test
    void manyObservationsGoThroughInOneBatch() {
        var effects =
                IntStream.range(0, 1_800)
                        .mapToObj(n ->
                                store.learned(
                                        by("user" + n % 300, n)
                                                .is(
                                                        Relation.VISITED,
                                                        EntityType.PLACE,
                                                        "place " + n % 900)))
                        .toArray(gleaner.cycle.Effect[]::new);

        assertThat(store.write(effects)).isEqualTo(new WriteOutcome.Committed(1_800, 900, 0));
    }
}
