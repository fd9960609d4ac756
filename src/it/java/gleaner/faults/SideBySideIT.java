package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that write the same rows at the same time. */
@RealServers
final class SideBySideIT {
    private static final int PARTITIONS = 3;

    /** In each partition the same new things come up, in an order of its own. */
    @Test
    void workersThatMeetTheSameNewThingsNeverDeadlock(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var things = Size.of(800, 20_000);
        try (var trial = Trial.of("the same new things", PARTITIONS, log, database, folder)) {
            trial.workers().set("batch.max-records", 100);
            var workers = trial.workers().start(PARTITIONS);
            trial.until(() -> trial.claims() >= PARTITIONS, "claimed");
            var workload = trial.workload(Mix.EVERYTHING);
            var random = new Random(trial.seed().value());
            for (var partition = 0; partition < PARTITIONS; partition++) {
                var events = new ArrayList<WorkloadEvent>();
                for (var thing = 0; thing < things; thing++) {
                    events.add(workload.saying("I love kettle" + thing));
                }
                Collections.shuffle(events, random);
                var number = partition;
                trial.produce(events, record -> record.on(number));
            }
            trial.untilAllApplied();
            for (var worker : workers) {
                assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            }
            trial.verify(1, HistoryChecker::inAnyOrder);
            assertThat(deadlocks(database)).as("deadlocks, by the database's count").isZero();
        }
    }

    private static long deadlocks(TestDatabase database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT deadlocks FROM pg_stat_database"
                                        + " WHERE datname = current_database()")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
