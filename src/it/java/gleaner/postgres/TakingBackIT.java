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

/** Edited and deleted messages, forgotten users: before and after what they take back. */
@RealServers
class TakingBackIT {
    private static final String EVERYTHING_ABOUT_ANN =
            """
            SELECT (SELECT count(*) FROM universal_users WHERE universal_id = 'ann')
                 + (SELECT count(*) FROM user_fact_relationships WHERE user_id = 'ann')
                 + (SELECT count(*) FROM gleaner.observation WHERE user_id = 'ann')
                 + (SELECT count(*) FROM gleaner.message_revision WHERE user_id = 'ann')
                 + (SELECT count(*) FROM gleaner.belief_history WHERE user_id = 'ann')
            """;

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
    void aDeletedMessageTaughtNothing() {
        store.write(store.learned(by("ann", 1).lives("Oslo")));
        var before = store.stateHash();
        store.write(
                store.learned(
                        by("ann", 2).lives("Bergen"),
                        by("ann", 2).prefers(PreferenceKey.LANGUAGE, "no")));
        store.write(store.deleted("ann", "m2", 3));

        assertThat(store.stateHash()).isEqualTo(before);
        assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Oslo | 0.9");
        assertThat(store.preferences("ann")).isEmpty();
    }

    @Test
    void aMessageThatArrivesAfterItsDeletionTeachesNothing() {
        store.write(store.deleted("ann", "m2", 3));
        store.write(store.learned(by("ann", 2).lives("Bergen")));

        assertThat(store.beliefs("ann")).isEmpty();
    }

    @Test
    void anEditReplacesWhatTheMessageTaught() {
        store.write(store.learned(by("ann", 1).lives("Oslo"), by("ann", 1).likes("pizza")));
        store.write(
                store.edited(
                        "ann", "m1", 2, "edit", by("ann", 2).in("m1").event("edit").lives("Rome")));

        assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Rome | 0.9");
        assertThat(store.history("ann")).isEmpty();
    }

    @Test
    void theLatestEditCountsInWhateverOrderTheyArrive() {
        var first =
                store.edited(
                        "ann", "m1", 2, "e-a", by("ann", 2).in("m1").event("e-a").lives("Rome"));
        var second =
                store.edited(
                        "ann", "m1", 3, "e-b", by("ann", 3).in("m1").event("e-b").lives("Bonn"));
        store.write(second);
        store.write(first);
        store.write(store.learned(by("ann", 1).lives("Oslo")));
        store.write(first, second);

        assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Bonn | 0.9");
        assertThat(store.rows("SELECT count(*) FROM gleaner.observation")).containsExactly("1");
    }

    @Test
    void anEditOfTheSameTimeAsADeletionIsDeleted() {
        store.write(store.deleted("ann", "m1", 2));
        store.write(
                store.edited(
                        "ann", "m1", 2, "edit", by("ann", 2).in("m1").event("edit").lives("Rome")));

        assertThat(store.beliefs("ann")).isEmpty();
    }

    @Test
    void aForgottenUserLeavesNothingButADigest() {
        store.write(
                store.learned(
                        by("ann", 1).lives("Oslo"),
                        by("ann", 2).lives("Rome"),
                        by("ann", 3).prefers(PreferenceKey.LANGUAGE, "no"),
                        by("ann", 4).is(Relation.MARRIED_TO, EntityType.PERSON, "Klara")),
                store.deleted("ann", "m9", 3));
        store.write(store.forgotten("ann", 5));

        assertThat(store.rows(EVERYTHING_ABOUT_ANN)).containsExactly("0");
        assertThat(store.rows("SELECT entity_name FROM fact_entities"))
                .doesNotContain("Klara")
                .contains("Rome");
        assertThat(
                        store.rows(
                                "SELECT user_hash = sha256('ann'), forgotten_at AT TIME ZONE 'UTC'"
                                        + " FROM gleaner.forgotten_user"))
                .containsExactly("t | 2025-01-01 05:00:00");
    }

    @Test
    void nothingSaidUpToThenComesBackLateOrReplayed() {
        store.write(store.forgotten("ann", 5));
        store.write(store.learned(by("ann", 5).lives("Oslo")));
        store.write(store.deleted("ann", "m1", 5));
        store.write(
                store.edited(
                        "ann", "m1", 4, "edit", by("ann", 4).in("m1").event("edit").lives("Rome")));

        assertThat(store.rows(EVERYTHING_ABOUT_ANN)).containsExactly("0");
    }

    @Test
    void whatIsSaidLaterCountsAgain() {
        store.write(store.learned(by("ann", 1).lives("Oslo")), store.forgotten("ann", 5));
        store.write(store.learned(by("ann", 6).lives("Rome")));

        assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Rome | 0.9");
        assertThat(store.history("ann")).isEmpty();
    }

    @Test
    void aForgettingThatArrivesLateSparesWhatWasSaidLater() {
        store.write(
                store.learned(
                        by("ann", 1).lives("Oslo"),
                        by("ann", 2).likes("pizza"),
                        by("ann", 6).likes("pizza"),
                        by("ann", 6).prefers(PreferenceKey.LANGUAGE, "no")));
        store.write(store.forgotten("ann", 5));

        assertThat(store.beliefs("ann")).containsExactly("likes | food | pizza | 0.9");
        assertThat(store.preferences("ann")).containsExactly("language | no | 0.9");
    }

    @Test
    void anEarlierForgettingDoesNotUndoALaterOne() {
        store.write(store.forgotten("ann", 5));
        store.write(store.forgotten("ann", 2));
        store.write(store.learned(by("ann", 4).lives("Oslo")));

        assertThat(store.rows(EVERYTHING_ABOUT_ANN)).containsExactly("0");
    }

    @Test
    void forgettingAndSpeakingAgainInOneBatchLeavesTheLaterWords() {
        store.write(store.learned(by("ann", 1).lives("Oslo")));
        store.write(store.forgotten("ann", 5), store.learned(by("ann", 6).likes("pizza")));

        assertThat(store.beliefs("ann")).containsExactly("likes | food | pizza | 0.9");
    }

    @Test
    void otherWritersRowsAndNamesGoToo() {
        store.sql(
                """
                INSERT INTO universal_users VALUES
                    ('ann', 'Ann Smith', 'Annie', 'ann@example.org', '2025-01-01', '2025-01-01',
                     '{"theme": "dark", "mood": {"value": "up", "updated_at": "2025-01-01T09:00:00"}}');
                INSERT INTO fact_entities (id, entity_type, entity_name) VALUES
                    ('00000000-0000-0000-0000-000000000001', 'food', 'soup'),
                    ('00000000-0000-0000-0000-000000000002', '_processing_marker', 'marker ann');
                INSERT INTO user_fact_relationships (user_id, entity_id, relationship_type, updated_at) VALUES
                    ('ann', '00000000-0000-0000-0000-000000000001', 'likes', '2025-01-01 02:00'),
                    ('ann', '00000000-0000-0000-0000-000000000001', 'cooks', '2025-01-01 09:00'),
                    ('ann', '00000000-0000-0000-0000-000000000002', '_enrichment_fact_marker', '2025-01-01 02:00');
                """);

        store.write(store.forgotten("ann", 5));

        assertThat(
                        store.rows(
                                "SELECT primary_username, display_name, email, preferences FROM"
                                        + " universal_users"))
                .containsExactly(
                        "user_ann | User ann | - | {\"mood\": {\"value\": \"up\", \"updated_at\":"
                                + " \"2025-01-01T09:00:00\"}}");
        assertThat(store.rows("SELECT relationship_type FROM user_fact_relationships"))
                .containsExactly("cooks");
        assertThat(store.rows("SELECT entity_name FROM fact_entities")).containsExactly("soup");
    }

    @Test
    void whereAnotherTableHoldsOnToTheUserItsRowIsCleared() {
        store.sql(
                """
                CREATE TABLE invoice (user_id varchar(255) REFERENCES universal_users (universal_id));
                INSERT INTO universal_users (universal_id, primary_username, display_name, email, preferences)
                VALUES ('ann', 'Ann Smith', 'Annie', 'ann@example.org', '{"theme": "dark"}');
                INSERT INTO invoice VALUES ('ann');
                """);
        store.write(store.learned(by("ann", 1).lives("Oslo")));

        store.write(store.forgotten("ann", 5));

        assertThat(
                        store.rows(
                                "SELECT primary_username, display_name, email, preferences FROM"
                                        + " universal_users"))
                .containsExactly("user_ann | User ann | - | {}");
        assertThat(store.rows("SELECT count(*) FROM gleaner.observation")).containsExactly("0");
    }
}
