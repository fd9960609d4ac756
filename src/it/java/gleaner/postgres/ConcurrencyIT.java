package gleaner.postgres;

import static gleaner.postgres.StoreUnderTest.await;
import static gleaner.postgres.Utterance.by;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.Eventually;
import gleaner.cycle.Effect;
import gleaner.cycle.WriteOutcome;
import gleaner.memory.EntityType;
import gleaner.memory.Relation;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several workers on one database. */
@RealServers
class ConcurrencyIT {
    static final String WAITING =
            "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname ="
                    + " current_database()";

    @Test
    void writersOfTheSameUsersAndEntitiesNeitherDeadlockNorLoseAnything(TestDatabase database) {
        try (var one = StoreUnderTest.on(database);
                var two = one.beside(1);
                var three = one.beside(2)) {
            for (int round = 0; round < 12; round++) {
                var hour = round * 3;
                var writes =
                        List.of(
                                one.begin(everybodyVisits(one, hour, round)),
                                two.begin(everybodyVisits(two, hour + 1, round)),
                                three.begin(everybodyVisits(three, hour + 2, round)));
                await(Future.join(writes));
                assertThat(writes.stream().map(Future::result))
                        .allMatch(WriteOutcome.Committed.class::isInstance);
            }
            assertThat(one.rows("SELECT count(*) FROM gleaner.observation"))
                    .containsExactly(Integer.toString(12 * 3 * 20));
            assertThat(
                            one.rows(
                                    "SELECT DISTINCT context_metadata->>'mentions' FROM"
                                            + " user_fact_relationships"))
                    .containsExactly("3");
        }
    }

    @Test
    void aDeletionAndItsMessageOnTwoWorkersAtOnceLeaveNothing(TestDatabase database) {
        try (var one = StoreUnderTest.on(database);
                var two = one.beside(1)) {
            for (int n = 0; n < 30; n++) {
                var user = "user" + n;
                var learned = one.begin(one.learned(by(user, 1).lives("Oslo")));
                var deleted = two.begin(two.deleted(user, "m1", 2));
                await(Future.join(learned, deleted));
                assertThat(one.beliefs(user)).isEmpty();
            }
        }
    }

    @Test
    void aForgettingAndAnOldMessageOnTwoWorkersAtOnceLeaveNothing(TestDatabase database) {
        try (var one = StoreUnderTest.on(database);
                var two = one.beside(1)) {
            for (int n = 0; n < 30; n++) {
                var user = "user" + n;
                var learned = one.begin(one.learned(by(user, 1).lives("Oslo")));
                var forgotten = two.begin(two.forgotten(user, 2));
                await(Future.join(learned, forgotten));
                assertThat(one.beliefs(user)).isEmpty();
            }
        }
    }

    @Test
    void aForgottenConversationAndItsOldMessageOnTwoWorkersAtOnceLeaveNothing(
            TestDatabase database) {
        try (var one = StoreUnderTest.on(database);
                var two = one.beside(1)) {
            for (int n = 0; n < 30; n++) {
                var user = "user" + n;
                var learned = one.begin(one.learned(by(user, 1).within("c2").lives("Oslo")));
                var forgotten = two.begin(two.conversationForgotten(user, "c2", 2));
                await(Future.join(learned, forgotten));
                assertThat(one.beliefs(user)).isEmpty();
            }
        }
    }

    /** The user has no row that the two could queue at. */
    @Test
    void aLateDeletionAndItsMessageOfAForgottenUserOnTwoWorkersAtOnceLeaveNothing(
            TestDatabase database) {
        try (var one = StoreUnderTest.on(database);
                var two = one.beside(1)) {
            for (int n = 0; n < 30; n++) {
                var user = "user" + n;
                one.write(one.forgotten(user, 5));
                var learned = one.begin(one.learned(by(user, 6).lives("Oslo")));
                var deleted = two.begin(two.deleted(user, "m6", 4));
                await(Future.join(learned, deleted));
                assertThat(one.beliefs(user)).isEmpty();
            }
        }
    }

    @Test
    void whoIsForgottenWhileAMessageWaitsForTheRowSpeaksAgain(TestDatabase database)
            throws Exception {
        try (var store = StoreUnderTest.on(database);
                var other = database.connect()) {
            store.write(store.learned(by("ann", 1).lives("Oslo")));
            other.setAutoCommit(false);
            Db.execute(other, "SELECT gleaner.forget_user('ann', '2025-01-01 05:00Z')");
            var write = store.begin(store.learned(by("ann", 6).lives("Rome")));
            waiting(store);
            other.commit();

            assertThat(await(write)).isInstanceOf(WriteOutcome.Unavailable.class);
            store.write(store.learned(by("ann", 6).lives("Rome")));
            assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Rome | 0.9");
        }
    }

    @Test
    void aRowThatAnotherWriterChangesMeanwhileIsTriedAgain(TestDatabase database) throws Exception {
        try (var store = StoreUnderTest.on(database);
                var other = database.connect()) {
            store.write(store.learned(by("ann", 1).lives("Oslo")));
            other.setAutoCommit(false);
            Db.execute(other, "UPDATE user_fact_relationships SET confidence = 0.3");
            var write = store.begin(store.learned(by("ann", 2).lives("Oslo")));
            waiting(store);
            other.commit();

            assertThat(await(write)).isInstanceOf(WriteOutcome.Unavailable.class);
            store.write(store.learned(by("ann", 2).lives("Oslo")));
            assertThat(store.beliefs("ann")).containsExactly("lives_in | place | Oslo | 0.99");
        }
    }

    @Test
    void aRowThatAnotherWriterChangesWhileItIsToEndIsNotEndedUnseen(TestDatabase database)
            throws Exception {
        try (var store = StoreUnderTest.on(database);
                var other = database.connect()) {
            store.write(store.learned(by("ann", 1).lives("Oslo")));
            other.setAutoCommit(false);
            Db.execute(
                    other,
                    "UPDATE user_fact_relationships SET updated_at = '2025-01-01 03:00',"
                            + " context_metadata = '{\"extraction_method\": \"chat\"}'");
            var write = store.begin(store.learned(by("ann", 2).denying().lives("Oslo")));
            waiting(store);
            other.commit();

            assertThat(await(write)).isInstanceOf(WriteOutcome.Unavailable.class);
            store.write(store.learned(by("ann", 2).denying().lives("Oslo")));
            assertThat(store.beliefs("ann")).hasSize(1);
        }
    }

    @Test
    void aBeliefThatAnotherWriterStoresMeanwhileTakesPartInTheFold(TestDatabase database)
            throws Exception {
        try (var store = StoreUnderTest.on(database);
                var other = database.connect()) {
            store.write(store.learned(by("ann", 1).lives("Oslo"), by("bob", 1).likes("pizza")));
            other.setAutoCommit(false);
            Db.execute(
                    other,
                    """
                    INSERT INTO user_fact_relationships
                           (user_id, entity_id, relationship_type, confidence, updated_at)
                    SELECT 'ann', id, 'likes', 0.8, '2025-01-01 02:00' FROM fact_entities WHERE entity_name = 'pizza'
                    """);
            var write = store.begin(store.learned(by("ann", 3).likes("pizza")));
            waiting(store);
            other.commit();

            assertThat(await(write)).isInstanceOf(WriteOutcome.Unavailable.class);
            store.write(store.learned(by("ann", 3).likes("pizza")));
            assertThat(store.beliefs("ann"))
                    .containsExactly(
                            "likes | food | pizza | 0.98", "lives_in | place | Oslo | 0.9");
        }
    }

    @Test
    void aUserWhomAnotherProgramAddsMeanwhileIsTheSameUser(TestDatabase database) throws Exception {
        try (var store = StoreUnderTest.on(database);
                var other = database.connect()) {
            other.setAutoCommit(false);
            Db.execute(
                    other,
                    "INSERT INTO universal_users (universal_id, primary_username) VALUES ('ann',"
                            + " 'Ann')");
            var write = store.begin(store.learned(by("ann", 1).lives("Oslo")));
            waiting(store);
            other.commit();

            assertThat(await(write)).isEqualTo(new WriteOutcome.Committed(1, 1, 0));
            assertThat(store.rows("SELECT primary_username FROM universal_users"))
                    .containsExactly("Ann");
        }
    }

    @Test
    void anEntityThatAnotherProgramAddsMeanwhileIsTheSameThing(TestDatabase database)
            throws Exception {
        try (var store = StoreUnderTest.on(database);
                var other = database.connect()) {
            other.setAutoCommit(false);
            Db.execute(
                    other,
                    "INSERT INTO fact_entities (entity_type, entity_name) VALUES ('food',"
                            + " 'pizza')");
            var write = store.begin(store.learned(by("ann", 1).likes("pizza")));
            waiting(store);
            other.commit();

            assertThat(await(write)).isEqualTo(new WriteOutcome.Committed(1, 1, 0));
            assertThat(store.rows("SELECT entity_name FROM fact_entities"))
                    .containsExactly("pizza");
        }
    }

    @Test
    void aNameThatAnotherProgramRefersToMeanwhileStays(TestDatabase database) throws Exception {
        try (var store = StoreUnderTest.on(database);
                var other = database.connect()) {
            store.write(
                    store.learned(
                            by("ann", 1).is(Relation.HAS_PET, EntityType.PET, "Rex"),
                            by("bob", 1).lives("Oslo")));
            other.setAutoCommit(false);
            Db.execute(
                    other,
                    "INSERT INTO user_fact_relationships (user_id, entity_id, relationship_type)"
                            + " SELECT 'bob', id, 'walks' FROM fact_entities WHERE entity_name ="
                            + " 'Rex'");
            var write = store.begin(store.deleted("ann", "m1", 2));
            waiting(store);
            other.commit();

            assertThat(await(write)).isInstanceOf(WriteOutcome.Committed.class);
            assertThat(store.beliefs("bob"))
                    .containsExactly("lives_in | place | Oslo | 0.9", "walks | pet | Rex | 0.5");
        }
    }

    private static void waiting(StoreUnderTest store) throws Exception {
        Eventually.until(() -> !store.rows(WAITING).isEmpty(), () -> "it does not wait");
    }

    /** Twenty users visit ten places, new ones in each round, in an order of each worker's own. */
    private static Effect[] everybodyVisits(StoreUnderTest store, int hour, int round) {
        var effects =
                new ArrayList<>(
                        IntStream.range(0, 20)
                                .mapToObj(n ->
                                        store.learned(
                                                by("user" + n, hour)
                                                        .is(
                                                                Relation.VISITED,
                                                                EntityType.PLACE,
                                                                "place " + round + " " + n % 10)))
                                .toList());
        Collections.shuffle(effects, new Random(hour));
        return effects.toArray(Effect[]::new);
    }
}
