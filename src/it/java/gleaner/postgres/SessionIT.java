package gleaner.postgres;

import static gleaner.postgres.StoreUnderTest.await;
import static gleaner.postgres.Utterance.by;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.Eventually;
import gleaner.config.Settings;
import gleaner.cycle.WriteOutcome;
import gleaner.postgres.statement.LockUsers;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds on every connection of the pool, whatever the server is set to. */
@RealServers
class SessionIT {

    @Test
    void aStatementOutsideOfATransactionIsEndedInTimeToo(TestDatabase database) {
        try (var store = StoreUnderTest.on(database, StoreUnderTest.LIMITS, FailingIT::inAHurry)) {
            store.sql(
                    """
                    CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql
                        AS $$ BEGIN PERFORM pg_sleep(20); RETURN NEW; END $$;
                    CREATE TRIGGER dawdle BEFORE UPDATE ON gleaner.partition_progress
                        FOR EACH ROW EXECUTE FUNCTION dawdle();
                    """);

            assertThat(sqlState(store.store.probe(store.currentClaim(), 1))).isEqualTo("57014");
        }
    }

    @Test
    void aTransactionThatStandsStillLosesItsLocks(TestDatabase database) throws Exception {
        try (var store = StoreUnderTest.on(database, StoreUnderTest.LIMITS, SessionIT::restless)) {
            store.write(store.learned(by("ann", 1).lives("Oslo")));
            await(
                    store.pool
                            .getConnection()
                            .compose(connection ->
                                    connection
                                            .begin()
                                            .compose(tx ->
                                                    LockUsers.run(connection, List.of("ann")))));

            var learned = store.learned(by("ann", 2).lives("Rome"));
            assertThat(FailingIT.show(store.attempt(learned))).startsWith("Unavailable 55P03");
            Eventually.until(
                    () -> store.attempt(learned) instanceof WriteOutcome.Committed,
                    () -> "the lock is still held");
        }
    }

    @Test
    void commitsAreOnDiskAndTimesAreUtcWhateverTheDatabaseIsSetTo(TestDatabase database) {
        try (var store = StoreUnderTest.on(database)) {
            store.sql("ALTER DATABASE %s SET synchronous_commit = off".formatted(database.name()));
            store.sql("ALTER DATABASE %s SET timezone = 'Asia/Tokyo'".formatted(database.name()));
            try (var later = store.beside(1)) {
                var row =
                        await(
                                        later.pool
                                                .query(
                                                        "SELECT"
                                                            + " current_setting('synchronous_commit')"
                                                            + " AS commits,"
                                                            + " current_setting('timezone') AS"
                                                            + " times")
                                                .execute())
                                .iterator()
                                .next();

                assertThat(row.getString("commits")).isEqualTo("on");
                assertThat(row.getString("times")).isEqualTo("UTC");
            }
        }
    }

    @Test
    void soManyWaitForAConnectionAndNobodyForEver(TestDatabase database) {
        try (var store = StoreUnderTest.on(database, StoreUnderTest.LIMITS, SessionIT::narrow)) {
            var only = await(store.pool.getConnection());
            var waiting = IntStream.range(0, 16).mapToObj(n -> store.pool.getConnection()).toList();

            assertThat(sqlState(store.pool.getConnection())).isEqualTo("08006");
            assertThat(waiting).as("while the last one was refused").noneMatch(Future::isComplete);
            assertThat(waiting).allMatch(one -> sqlState(one).equals("08006"));
            await(only.close());
        }
    }

    private static String sqlState(Future<?> failing) {
        return await(
                failing.transform(result ->
                        Future.succeededFuture(
                                result.succeeded()
                                        ? "none"
                                        : SqlFailure.sqlState(result.cause()).orElse("a bug"))));
    }

    /**
     * Only the server ends what stands still: the client would believe in its silence for an hour.
     */
    private static Settings.Postgres restless(Settings.Postgres s) {
        return settings(
                s, s.poolSize(), s.connectTimeout(), Duration.ofHours(1), Duration.ofSeconds(5));
    }

    /** One connection, and little time to get it. */
    private static Settings.Postgres narrow(Settings.Postgres s) {
        return settings(
                s, 1, Duration.ofSeconds(1), s.statementTimeout(), s.idleInTransactionTimeout());
    }

    private static Settings.Postgres settings(
            Settings.Postgres s,
            int connections,
            Duration toConnect,
            Duration statement,
            Duration idle) {
        return new Settings.Postgres(
                s.uri(),
                s.user(),
                s.password(),
                connections,
                toConnect,
                statement,
                Duration.ofMillis(300),
                idle,
                s.migrationTimeout(),
                s.onlineAboveRows());
    }
}
