package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.postgres.Db;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another program that writes the same users and entities as the workers do, row by row and in no
 * order: what sorted batches never do to each other, it does to them.
 */
@RealServers
final class ForeignWriterIT {

    @Test
    void besideAProgramThatWritesInNoOrderNothingIsLost(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var events = Size.of(1_500, 30_000);
        try (var trial = Trial.of("foreign row-at-a-time writer", 3, log, database, folder)) {
            var workload = trial.workload(Mix.EVERYTHING);
            trial.produce(workload.next(events / 3));
            var workers = trial.workers().start(2);
            trial.untilAllApplied();
            try (var other = new Other(database, trial.seed().random("foreign"))) {
                trial.until(() -> other.written() > 10, "it writes");
                trial.harmed();
                trial.produce(workload.next(events));
                trial.untilAllApplied();
                assertThat(other.written()).isPositive();
            }
            for (var worker : workers) {
                assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            }
            trial.verify(1);
            assertThat(deadlocks(database))
                    .as("deadlocks that workers were taken out of, by the database's count")
                    .isPositive();
            assertThat(Db.value(database, "SELECT count(*) FROM gleaner.dead_letter"))
                    .isEqualTo("0");
        }
    }

    private static long deadlocks(TestDatabase database) throws SQLException {
        return Long.parseLong(
                Db.value(
                        database,
                        "SELECT deadlocks FROM pg_stat_database"
                                + " WHERE datname = current_database()"));
    }

    /** The program: transactions of some rows, until it is closed. Workers always give way. */
    private static final class Other implements AutoCloseable {
        private static final int ROWS = 8;

        /**
         * What it goes on from: a deadlock, another writer who was faster, and a user who was
         * forgotten between being looked up and being referred to.
         */
        private static final List<String> PASSING = List.of("40P01", "40001", "23503");

        /** What our reader never makes of anything, and no hash holds. */
        private static final String FACT =
                """
                INSERT INTO user_fact_relationships (user_id, entity_id, relationship_type)
                SELECT u.universal_id, e.id, '_enrichment_of_another'
                  FROM universal_users u, fact_entities e
                 ORDER BY random()
                 LIMIT 1
                ON CONFLICT (user_id, entity_id, relationship_type) DO UPDATE SET updated_at = now()
                """;

        private static final List<String> STEPS =
                List.of(
                        "UPDATE universal_users SET last_active = now() WHERE universal_id ="
                            + " (SELECT universal_id FROM universal_users ORDER BY random() LIMIT"
                            + " 1)",
                        "UPDATE fact_entities SET subcategory = 'seen' WHERE id ="
                                + " (SELECT id FROM fact_entities ORDER BY random() LIMIT 1)",
                        FACT);

        private final TestDatabase database;
        private final RandomGenerator random;
        private final AtomicInteger written = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final Thread thread;
        private volatile boolean isEnding;

        Other(TestDatabase database, RandomGenerator random) {
            this.database = database;
            this.random = random;
            this.thread = Thread.ofPlatform().name("another program").start(this::run);
        }

        int written() {
            assertThat(failure.get()).isNull();
            return written.get();
        }

        private void run() {
            try (var connection = database.connect()) {
                connection.setAutoCommit(false);
                // It never looks for a deadlock: where one arises, a worker is taken out of it.
                Db.execute(connection, "SET SESSION deadlock_timeout = '10 min'");
                connection.commit();
                while (!isEnding) {
                    transaction(connection);
                }
            } catch (SQLException | InterruptedException broken) {
                failure.set(broken);
            }
        }

        /** Where it is refused because of others, it goes on with the next. */
        private void transaction(Connection connection) throws SQLException, InterruptedException {
            try {
                for (var row = 0; row < ROWS; row++) {
                    Db.execute(connection, STEPS.get(random.nextInt(STEPS.size())));
                    Thread.sleep(random.nextInt(4));
                }
                connection.commit();
                written.addAndGet(ROWS);
            } catch (SQLException refused) {
                connection.rollback();
                if (!PASSING.contains(refused.getSQLState())) {
                    throw refused;
                }
            }
        }

        @Override
        public void close() {
            isEnding = true;
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            assertThat(failure.get()).isNull();
        }
    }
}
