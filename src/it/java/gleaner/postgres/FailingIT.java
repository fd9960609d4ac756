package gleaner.postgres;

import static gleaner.postgres.StoreUnderTest.await;
import static gleaner.postgres.Utterance.by;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.config.Settings;
import gleaner.cycle.PartitionAdvance;
import gleaner.cycle.StoreTimes;
import gleaner.cycle.WriteBatch;
import gleaner.cycle.WriteOutcome;
import gleaner.event.Partition;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a batch that the database does not take. */
@RealServers
class FailingIT {
    private static final Settings.Postgres SHORT =
            new Settings.Postgres(
                    "postgresql://unused",
                    "unused",
                    null,
                    1,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(300),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(60),
                    100_000);

    @Test
    void aLockThatIsNotLetGoIsWaitedOut(TestDatabase database) throws SQLException {
        try (var store = StoreUnderTest.on(database, StoreUnderTest.LIMITS, FailingIT::inAHurry);
                var other = database.connect()) {
            other.setAutoCommit(false);
            Db.execute(other, "LOCK TABLE universal_users");

            assertThat(outcome(store)).startsWith("Unavailable 55P03");

            other.rollback();
            store.write(store.learned(by("ann", 1).lives("Oslo")));
        }
    }

    @Test
    void aStatementThatTakesTooLongIsWaitedOut(TestDatabase database) {
        try (var store = StoreUnderTest.on(database, StoreUnderTest.LIMITS, FailingIT::inAHurry)) {
            slowDown(store, "universal_users", 5);

            assertThat(outcome(store)).startsWith("TooLong 57014");
        }
    }

    @Test
    void aTransactionThatTakesTooLongIsCancelled(TestDatabase database) {
        try (var store = StoreUnderTest.on(database, StoreUnderTest.LIMITS, FailingIT::inAHurry)) {
            slowDown(store, "universal_users", 0.9);
            slowDown(store, "fact_entities", 0.9);

            assertThat(outcome(store)).startsWith("TooLong 57014");
            assertThat(store.beliefs("ann")).isEmpty();
        }
    }

    @Test
    void contentThatNoColumnTakesIsRefused(TestDatabase database) {
        try (var store = StoreUnderTest.on(database)) {
            assertThat(show(store.attempt(store.learned(by("u".repeat(256), 1).lives("Oslo")))))
                    .startsWith("Refused 22001");
            var incompressible =
                    new java.util.Random(1)
                            .ints(9_000, 'a', 'z' + 1)
                            .mapToObj(Character::toString)
                            .collect(java.util.stream.Collectors.joining());
            assertThat(
                            show(
                                    store.attempt(
                                            store.learned(
                                                    by("ann", 1)
                                                            .in(incompressible)
                                                            .lives("Oslo")))))
                    .startsWith("Refused 54000");
            store.sql(
                    "ALTER TABLE user_fact_relationships ADD CHECK (relationship_type <>"
                            + " 'lives_in')");
            assertThat(outcome(store))
                    .startsWith("Refused 23514")
                    .contains("user_fact_relationships")
                    .doesNotContain("Oslo")
                    .doesNotContain("ann");
        }
    }

    @Test
    void contentThatIsRefusedAlsoWhenNothingIsRememberedIsAtFault(TestDatabase database) {
        try (var store = StoreUnderTest.on(database)) {
            store.sql("ALTER TABLE fact_entities ADD CHECK (entity_name <> 'Oslo')");

            assertThat(outcome(store)).startsWith("Unavailable 23514");
            assertThat(outcome(store)).startsWith("Refused 23514");
            store.write(store.learned(by("ann", 2).lives("Rome")));
            assertThat(show(store.attempt(store.learned(by("ann", 3).lives("Oslo")))))
                    .as("some other day")
                    .startsWith("Unavailable 23514");
        }
    }

    @Test
    void aMissingTableIsFatal(TestDatabase database) {
        try (var store = StoreUnderTest.on(database)) {
            store.sql("DROP TABLE gleaner.belief_history");

            assertThat(outcome(store)).startsWith("Fatal 42P01");
        }
    }

    @Test
    void aMissingDatabaseIsFatal(TestDatabase database) {
        var s = database.settings();
        assertThat(outcomeAt(s.uri() + "_gone", s)).startsWith("Fatal 3D000");
    }

    @Test
    void aServerThatIsNotThereIsUnavailable(TestDatabase database) {
        assertThat(outcomeAt("postgresql://127.0.0.1:1/x", database.settings()))
                .startsWith("Unavailable 08006");
    }

    @Test
    void aConnectionThatIsKilledIsUnavailable(TestDatabase database) {
        try (var store = StoreUnderTest.on(database)) {
            slowDown(store, "universal_users", 3);
            var write = store.begin(store.learned(by("ann", 1).lives("Oslo")));
            store.rows("SELECT pg_sleep(1)");
            store.rows(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name"
                            + " = 'gleaner'");

            // 57P01 if the farewell arrives before the end of the connection, 08006 otherwise.
            assertThat(show(await(write))).startsWith("Unavailable");
            store.sql("DROP TRIGGER slow ON universal_users");
            store.write(store.learned(by("ann", 1).lives("Oslo")));
        }
    }

    @Test
    void aChangedSchemaUnderPreparedStatementsCostsOneTry(TestDatabase database) {
        try (var store =
                StoreUnderTest.on(database, StoreUnderTest.LIMITS, FailingIT::oneConnection)) {
            store.write(store.learned(by("ann", 1).likes("pizza")));
            store.sql("ALTER TABLE user_fact_relationships ALTER source_platform TYPE varchar(80)");

            assertThat(outcome(store)).startsWith("Unavailable 0A000");
            store.write(store.learned(by("ann", 2).likes("pizza")));
        }
    }

    @Test
    void whatADatabaseCannotDoTheSecondTimeEitherIsFatal(TestDatabase database) {
        try (var store = StoreUnderTest.on(database)) {
            store.sql(
                    """
                    CREATE FUNCTION cannot() RETURNS trigger LANGUAGE plpgsql
                        AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = '0A000'; END $$;
                    CREATE TRIGGER cannot BEFORE INSERT ON gleaner.observation EXECUTE FUNCTION cannot();
                    """);

            assertThat(outcome(store)).startsWith("Unavailable 0A000");
            assertThat(outcome(store)).startsWith("Fatal 0A000");
        }
    }

    static String outcome(StoreUnderTest store) {
        return show(store.attempt(store.learned(by("ann", 1).lives("Oslo"))));
    }

    private static String outcomeAt(String uri, Settings.Postgres s) {
        var vertx = Vertx.vertx();
        var settings =
                new Settings.Postgres(
                        uri,
                        s.user(),
                        s.password(),
                        1,
                        s.connectTimeout(),
                        s.statementTimeout(),
                        s.lockTimeout(),
                        s.idleInTransactionTimeout(),
                        s.migrationTimeout(),
                        s.onlineAboveRows());
        var pool = Database.connect(vertx, settings);
        try {
            var store =
                    new PostgresMemoryStore(
                            vertx,
                            pool,
                            settings,
                            StoreUnderTest.LIMITS,
                            "test",
                            StoreTimes.untold());
            var advance = new PartitionAdvance(new Partition("events", 0), 1, 0, 1);
            return show(await(store.write(new WriteBatch(List.of(advance), List.of()))));
        } finally {
            await(pool.close());
            await(vertx.close());
        }
    }

    static String show(WriteOutcome outcome) {
        return switch (outcome) {
            case WriteOutcome.Committed _ -> "Committed";
            case WriteOutcome.Fenced _ -> "Fenced";
            case WriteOutcome.Unavailable(var state, var reason) ->
                    "Unavailable " + state + " " + reason;
            case WriteOutcome.TooLong(var state, var reason) -> "TooLong " + state + " " + reason;
            case WriteOutcome.Refused(var state, var reason) -> "Refused " + state + " " + reason;
            case WriteOutcome.Fatal(var state, var reason) -> "Fatal " + state + " " + reason;
        };
    }

    private static void slowDown(StoreUnderTest store, String table, double seconds) {
        store.sql(
                """
                CREATE FUNCTION slow_%1$s() RETURNS trigger LANGUAGE plpgsql
                    AS $$ BEGIN PERFORM pg_sleep(%2$s); RETURN NEW; END $$;
                CREATE TRIGGER slow BEFORE INSERT ON %1$s FOR EACH ROW EXECUTE FUNCTION slow_%1$s();
                """
                        .formatted(table, seconds));
    }

    static Settings.Postgres inAHurry(Settings.Postgres s) {
        return new Settings.Postgres(
                s.uri(),
                s.user(),
                s.password(),
                s.poolSize(),
                s.connectTimeout(),
                SHORT.statementTimeout(),
                SHORT.lockTimeout(),
                SHORT.idleInTransactionTimeout(),
                s.migrationTimeout(),
                s.onlineAboveRows());
    }

    private static Settings.Postgres oneConnection(Settings.Postgres s) {
        return new Settings.Postgres(
                s.uri(),
                s.user(),
                s.password(),
                1,
                s.connectTimeout(),
                s.statementTimeout(),
                s.lockTimeout(),
                s.idleInTransactionTimeout(),
                s.migrationTimeout(),
                s.onlineAboveRows());
    }
}
