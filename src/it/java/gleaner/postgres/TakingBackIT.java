package gleaner.postgres;

import static gleaner.postgres.Utterance.by;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cycle.Effect;
import gleaner.memory.EntityType;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.util.ArrayList;
import java.util.List;
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
        assertThat(store.rows("SELECT event_id FROM gleaner.observation")).containsExactly("e-b");
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
    void aDeletionOfTheSameTimeAsAnEditDeletes() {
        store.write(
                store.edited(
                        "ann", "m1", 2, "edit", by("ann", 2).in("m1").event("edit").lives("Rome")));
        store.write(store.deleted("ann", "m1", 2));

        assertThat(store.beliefs("ann")).isEmpty();
    }

    @Test
    void ofTwoEditsOfOneTimeTheSameOneCountsInEitherOrder() {
        var rome =
                store.edited(
                        "ann", "m1", 2, "e-a", by("ann", 2).in("m1").event("e-a").lives("Rome"));
        var bonn =
                store.edited(
                        "ann", "m1", 2, "e-b", by("ann", 2).in("m1").event("e-b").lives("Bonn"));
        store.write(rome);
        store.write(bonn);
        var before = store.beliefs("ann");
        store.sql("TRUNCATE universal_users, gleaner.revision CASCADE");
        store.write(bonn);
        store.write(rome);

        assertThat(store.beliefs("ann")).hasSize(1).isEqualTo(before);
    }

    @Test
    void aDeletionCountsThoughItsEventBearsTheIdOfAnother() {
        store.write(store.learned(by("ann", 1).event("delete-m1").lives("Oslo")));
        store.write(store.deleted("ann", "m1", 2));
        store.write(
                store.edited(
                        "ann",
                        "m1",
                        1,
                        "delete-m1",
                        by("ann", 1).in("m1").event("delete-m1").lives("Rome")));

        assertThat(store.rows("SELECT entity_name FROM gleaner.observation")).isEmpty();
    }

    /** Different clocks: by the one the message was deleted before it was written. */
    @Test
    void aDeletionCountsThoughItIsDatedBeforeAForgettingAndItsMessageAfterIt() {
        var events =
                List.of(
                        store.deleted("ann", "m6", 4),
                        store.forgotten("ann", 5),
                        store.learned(by("ann", 6).lives("Oslo")));

        for (var order : orders(events)) {
            store.sql("TRUNCATE universal_users, gleaner.revision, gleaner.forgotten_user CASCADE");
            order.forEach(event -> store.write(event));
            assertThat(store.beliefs("ann")).as("in the order %s", order).isEmpty();
        }
    }

    @Test
    void aForgottenConversationLeavesWhatWasSaidElsewhere() {
        store.write(
                store.learned(
                        by("ann", 1).within("c1").lives("Oslo"),
                        by("ann", 2).within("c2").lives("Rome"),
                        by("ann", 3).within("c2").likes("pizza"),
                        by("ann", 3).within("c2").prefers(PreferenceKey.LANGUAGE, "no")),
                store.learned(by("bob", 3).within("c2").likes("pizza")));
        store.write(store.conversationForgotten("ann", "c2", 5));

        assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Oslo | 0.9");
        assertThat(store.history("ann")).isEmpty();
        assertThat(store.preferences("ann")).isEmpty();
        assertThat(store.beliefs("bob")).containsExactly("likes | food | pizza | 0.9");
        assertThat(
                        store.rows(
                                "SELECT conversation_hash = gleaner.hash_within_user('ann', 'c2'),"
                                        + " forgotten_at AT TIME ZONE 'UTC' FROM"
                                        + " gleaner.forgotten_conversation"))
                .containsExactly("t | 2025-01-01 05:00:00");
    }

    @Test
    void ofAForgottenConversationOnlyWhatIsSaidLaterCounts() {
        store.write(store.conversationForgotten("ann", "c2", 5));
        store.write(store.conversationForgotten("ann", "c2", 2));
        store.write(store.learned(by("ann", 5).within("c2").lives("Oslo")));
        store.write(
                store.edited(
                        "ann",
                        "m1",
                        4,
                        "edit",
                        by("ann", 4).in("m1").event("edit").within("c2").lives("Rome")));
        assertThat(store.beliefs("ann")).isEmpty();

        store.write(store.learned(by("ann", 6).within("c2").lives("Bonn")));
        assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Bonn | 0.9");
    }

    @Test
    void otherWritersRowsOfAForgottenConversationGoToo() {
        store.sql(
                """
                INSERT INTO universal_users (universal_id, primary_username) VALUES ('ann', 'Ann');
                INSERT INTO fact_entities (id, entity_type, entity_name) VALUES
                    ('00000000-0000-0000-0000-000000000001', 'place', 'Rome'),
                    ('00000000-0000-0000-0000-000000000002', 'food', 'soup');
                INSERT INTO user_fact_relationships
                       (user_id, entity_id, relationship_type, source_conversation_id, confidence, updated_at)
                VALUES
                    ('ann', '00000000-0000-0000-0000-000000000001', 'lives_in', 'c2', 0.9, '2025-01-01 02:00'),
                    ('ann', '00000000-0000-0000-0000-000000000002', 'likes', 'c1', 0.9, '2025-01-01 02:00'),
                    ('ann', '00000000-0000-0000-0000-000000000002', 'cooks', 'c2', 0.9, '2025-01-01 09:00');
                """);
        store.write(store.learned(by("ann", 1).within("c1").lives("Oslo")));
        assertThat(store.beliefs("ann")).contains("lives_in | place | Rome | 0.9");

        store.write(store.conversationForgotten("ann", "c2", 5));

        assertThat(store.beliefs("ann"))
                .containsExactly(
                        "cooks | food | soup | 0.9",
                        "likes | food | soup | 0.9",
                        "lives_in | place | Oslo | 0.9");
    }

    @Test
    void thePeopleOfWhomOnlyADeletedMessageSpokeGo() {
        store.write(
                store.learned(
                        by("ann", 1).is(Relation.MARRIED_TO, EntityType.PERSON, "Klara"),
                        by("ann", 2).is(Relation.MARRIED_TO, EntityType.PERSON, "Ida"),
                        by("ann", 3).is(Relation.HAS_PET, EntityType.PET, "Rex")),
                store.learned(by("bob", 1).is(Relation.HAS_PET, EntityType.PET, "rex")));
        store.write(
                store.deleted("ann", "m1", 4),
                store.deleted("ann", "m2", 4),
                store.deleted("ann", "m3", 4),
                store.learned(by("ann", 5).likes("soup")));
        assertThat(store.rows("SELECT entity_name FROM fact_entities ORDER BY 1"))
                .containsExactly("Rex", "soup");

        store.write(
                store.learned(
                        by("ann", 6).is(Relation.HAS_PET, EntityType.PET, "Rex"),
                        by("ann", 6).is(Relation.MARRIED_TO, EntityType.PERSON, "Ida")));
        store.write(store.conversationForgotten("ann", "c1", 7));
        assertThat(store.rows("SELECT entity_name FROM fact_entities ORDER BY 1"))
                .containsExactly("Rex", "soup");

        store.write(store.learned(by("bob", 8).is(Relation.MARRIED_TO, EntityType.PERSON, "Ida")));
        assertThat(store.beliefs("bob")).contains("married_to | person | Ida | 0.9");
    }

    @Test
    void aNameThatSomethingHasToDoWithStays() {
        store.write(
                store.learned(
                        by("ann", 1).is(Relation.HAS_PET, EntityType.PET, "Rex"),
                        by("ann", 2).likes("soup")));
        store.sql(
                """
                INSERT INTO entity_relationships (from_entity_id, to_entity_id, relationship_type)
                SELECT f.id, t.id, 'related_to' FROM fact_entities f, fact_entities t
                 WHERE f.entity_name = 'soup' AND t.entity_name = 'Rex'
                """);

        store.write(store.deleted("ann", "m1", 3));

        assertThat(store.rows("SELECT entity_name FROM fact_entities ORDER BY 1"))
                .containsExactly("Rex", "soup");
        assertThat(store.rows("SELECT relationship_type FROM entity_relationships"))
                .containsExactly("related_to");
    }

    @Test
    void whatIsTakenBackLeavesAReceipt() {
        store.write(
                store.learned(
                        by("ann", 1).lives("Oslo"),
                        by("ann", 2).lives("Rome"),
                        by("ann", 2).prefers(PreferenceKey.LANGUAGE, "no"),
                        by("ann", 3).within("c2").likes("pizza")));
        store.write(store.deleted("ann", "m2", 4));
        store.write(store.conversationForgotten("ann", "c2", 5));
        store.write(store.forgotten("ann", 6));

        assertThat(receipts())
                .containsExactly(
                        """
                        conversation.forgotten | t | 2025-01-01 05:00:00 | {"dead_letter": 0, "observation": 1, \
                        "preferences": 0, "belief_history": 0, "user_fact_relationships": 1}\
                        """,
                        """
                        message.deleted | t | 2025-01-01 04:00:00 | {"observation": 2, "preferences": 1, \
                        "belief_history": 1, "user_fact_relationships": 1}\
                        """,
                        """
                        user.forgotten | t | 2025-01-01 06:00:00 | {"dead_letter": 0, "observation": 1, \
                        "preferences": 0, "fact_entities": 0, "belief_history": 0, "universal_users": 1, \
                        "user_fact_relationships": 1}\
                        """);
    }

    @Test
    void aReplayAddsNothingToAReceipt() {
        var events =
                List.of(
                        store.learned(by("ann", 1).lives("Oslo")),
                        store.deleted("ann", "m1", 2),
                        store.learned(by("ann", 3).within("c2").lives("Rome")),
                        store.conversationForgotten("ann", "c2", 4),
                        store.learned(by("ann", 5).lives("Bonn")),
                        store.forgotten("ann", 6));
        events.forEach(event -> store.write(event));
        var before = receipts();
        events.forEach(event -> store.write(event));

        assertThat(receipts()).isEqualTo(before);
    }

    @Test
    void anEditLeavesNoReceipt() {
        store.write(store.learned(by("ann", 1).lives("Oslo")));
        store.write(store.edited("ann", "m1", 2, "edit"));

        assertThat(receipts()).isEmpty();
    }

    private List<String> receipts() {
        return store.rows(
                """
                SELECT kind,
                       subject_hash IN (gleaner.user_hash('ann'), gleaner.hash_within_user('ann', 'c2'),
                                        gleaner.hash_within_user('ann', 'm1'), gleaner.hash_within_user('ann', 'm2')),
                       up_to AT TIME ZONE 'UTC', counts
                  FROM gleaner.receipt
                 ORDER BY kind, up_to
                """);
    }

    private static List<List<Effect>> orders(List<Effect> three) {
        var orders = new ArrayList<List<Effect>>();
        for (int first = 0; first < 3; first++) {
            for (int second = 0; second < 3; second++) {
                if (first != second) {
                    orders.add(
                            List.of(
                                    three.get(first),
                                    three.get(second),
                                    three.get(3 - first - second)));
                }
            }
        }
        return orders;
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

    @Test
    void whereAnotherTableHoldsOnToANameTheUserIsForgottenAllTheSame() {
        store.write(
                store.learned(
                        by("ann", 1).is(Relation.MARRIED_TO, EntityType.PERSON, "Klara"),
                        by("ann", 2).is(Relation.HAS_PET, EntityType.PET, "Rex")));
        store.sql(
                """
                CREATE TABLE note (entity_id uuid REFERENCES fact_entities);
                INSERT INTO note SELECT id FROM fact_entities WHERE entity_name = 'Klara';
                """);

        store.write(store.forgotten("ann", 5));

        assertThat(store.rows(EVERYTHING_ABOUT_ANN)).containsExactly("0");
        assertThat(store.rows("SELECT entity_name FROM fact_entities")).containsExactly("Klara");
    }
}
