package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.faults.database.Cluster;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory made anew in a database of its own, beside workers and until somebody interrupts. */
@RealServers
final class RebuildIT {
    private static final int INTERRUPTED = 128 + 15;

    private Cluster cluster;
    private TestDatabase database;

    @BeforeEach
    void start() throws Exception {
        cluster = Cluster.start();
        database = cluster.database("live");
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void besideAWorkerAtWorkTheLogMakesTheSameMemory(TestLog log, @TempDir Path folder)
            throws Exception {
        var events = Size.of(1_000, 20_000);
        try (var trial = Trial.of("rebuild beside a worker", 3, log, database, folder)) {
            var workload = trial.workload(Mix.EVERYTHING);
            trial.produce(workload.next(events));
            var worker = trial.workers().start();
            trial.untilApplied(events / 2);

            var rebuild = trial.workers().begin("rebuild", "--verify");
            trial.produce(workload.next(events));
            trial.until(() -> !rebuild.isAlive(), "the end of the rebuild");

            assertThat(rebuild.exitCode()).as(rebuild.output()).isZero();
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(1);
            assertThat(scratches()).isZero();
        }
    }

    @Test
    void interruptedItLeavesNothingBehind(TestLog log, @TempDir Path folder) throws Exception {
        try (var trial = Trial.of("rebuild interrupted", 3, log, database, folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(3_000));
            var worker = trial.workers().start();
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            var rebuild = trial.workers().begin("rebuild", "--verify");
            trial.until(() -> scratches() == 1, "a scratch database");
            trial.harmed();

            assertThat(rebuild.terminate()).as(rebuild.output()).isEqualTo(INTERRUPTED);

            assertThat(scratches()).isZero();
            assertThat(rebuild.output()).contains("Interrupted; nothing was compared.");
            trial.verify(1);
        }
    }

    private long scratches() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT count(*) FROM pg_database"
                                        + " WHERE datname LIKE 'gleaner_rebuild_%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
