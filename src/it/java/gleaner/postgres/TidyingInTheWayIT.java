package gleaner.postgres;

import static gleaner.postgres.StoreUnderTest.await;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.Eventually;
import gleaner.postgres.statement.DropMergedEntities;
import gleaner.postgres.statement.DropMergedEntities.Pair;
import gleaner.postgres.statement.SelectFactsAbout;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits for whom where tidying and somebody else want the same rows. */
@RealServers
class TidyingInTheWayIT {
    private static final UUID STAYS = new UUID(0, 1);
    private static final UUID GOES = new UUID(0, 2);

    private StoreUnderTest store;
    private Connection other;

    @BeforeEach
    void open(TestDatabase database) throws SQLException {
        store = StoreUnderTest.on(database);
        store.sql(
                """
                INSERT INTO universal_users (universal_id, primary_username) VALUES ('ann', 'Ann'), ('bob', 'Bob');
                INSERT INTO fact_entities (id, entity_type, entity_name)
                VALUES ('%1$s', 'food', 'Pizza'), ('%2$s', 'food', 'pizzas');
                INSERT INTO user_fact_relationships (user_id, entity_id, relationship_type) VALUES ('ann', '%2$s', 'likes');
                """
                        .formatted(STAYS, GOES));
        other = database.connect();
        other.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
        store.close();
    }

    @Test
    void itWaitsForTheWorkerWhoHasTheUser(TestDatabase database) throws Exception {
        Db.execute(
                other, "SELECT FROM universal_users WHERE universal_id = 'ann' FOR NO KEY UPDATE");
        var tidying = CompletableFuture.supplyAsync(() -> TidyRun.on(database));
        Eventually.until(
                () -> tidying.isDone() || !store.rows(ConcurrencyIT.WAITING).isEmpty(),
                () -> "neither done nor waiting");

        assertThat(tidying).isNotDone();
        other.commit();
        tidying.get(60, SECONDS);
        assertThat(store.beliefs("ann")).containsExactly("likes | food | Pizza | 0.5");
    }

    /** Nobody is ended for its sake: it is gone before a deadlock would be looked for. */
    @Test
    void forAnyoneElseItDoesNotWaitLong(TestDatabase database) throws Exception {
        Db.execute(other, "UPDATE user_fact_relationships SET confidence = 0.7");
        var before = System.nanoTime();

        assertThatThrownBy(() -> TidyRun.once(database))
                .isInstanceOfSatisfying(
                        DatabaseRefusal.class,
                        refusal -> assertThat(refusal.isSomeoneInTheWay()).isTrue());

        assertThat(System.nanoTime() - before)
                .as("less than any limit of the settings")
                .isLessThan(SECONDS.toNanos(8));
    }

    @Test
    void nobodyChangesTheRowsThatItIsAboutToMerge() {
        var change =
                store.pool
                        .withTransaction(connection ->
                                SelectFactsAbout.run(
                                                connection, List.of("ann"), List.of(STAYS, GOES))
                                        .compose(rows ->
                                                store.vertx.executeBlocking(this::change, false)))
                        .map(state -> requireNonNull(state));

        assertThat(await(change)).isEqualTo("55P03");
    }

    @Test
    void anEntityThatSomebodyRefersToMeanwhileStays() throws Exception {
        store.sql("UPDATE user_fact_relationships SET entity_id = '%s'".formatted(STAYS));
        Db.execute(
                other,
                "INSERT INTO user_fact_relationships (user_id, entity_id, relationship_type)"
                        + " VALUES ('bob', '%s', 'likes')".formatted(GOES));
        var gone =
                store.pool
                        .withTransaction(connection ->
                                DropMergedEntities.run(connection, List.of(new Pair(GOES, STAYS))))
                        .map(ids -> requireNonNull(ids));
        Eventually.until(
                () -> !store.rows(ConcurrencyIT.WAITING).isEmpty(), () -> "it does not wait");
        other.commit();

        assertThat(await(gone)).isEmpty();
        assertThat(store.beliefs("bob")).containsExactly("likes | food | pizzas | 0.5");
    }

    @Test
    void anEntityThatARowNamesAsRelatedStays(TestDatabase database) {
        store.sql(
                "UPDATE user_fact_relationships SET entity_id = '%s', related_entities = '[\"%s\"]'"
                        .formatted(STAYS, GOES));

        TidyRun.on(database);

        assertThat(store.rows("SELECT entity_name FROM fact_entities ORDER BY 1"))
                .containsExactly("Pizza", "pizzas");
    }

    /** Gives the SQLSTATE, or nothing where the row was changed. */
    private String change() throws SQLException {
        try {
            Db.execute(other, "SET LOCAL lock_timeout = '300ms'");
            Db.execute(other, "UPDATE user_fact_relationships SET confidence = 0.7");
            return "";
        } catch (SQLException failed) {
            return failed.getSQLState();
        }
    }
}
