package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.faults.database.Cluster;
import gleaner.faults.database.Cluster.Stop;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker that is asked to end. */
@RealServers
final class ShutdownIT {

    /** The exit code says that it took no longer than half a minute: the command sees to that. */
    @Test
    void askedToEndUnderLoadItEndsInOrder(TestLog log, TestDatabase database, @TempDir Path folder)
            throws Exception {
        var rounds = Size.of(3, 50);
        var events = Size.of(3_000, 60_000);
        try (var trial = Trial.of("SIGTERM under load", 3, log, database, folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(events));
            for (var round = 1; round <= rounds; round++) {
                var worker = trial.workers().start();
                trial.untilApplied((long) events * round / (rounds + 1));
                assertThat(worker.terminate()).as(worker.lastWords()).isZero();
                assertThat(trial.isAllApplied()).as("ended under load").isFalse();
                trial.harmed();
            }
            var worker = trial.workers().start();
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(rounds);
            assertThat(trial.history().traces())
                    .as("each worker gave its claims back, so none was suspected to have died")
                    .noneMatch(
                            trace -> trace instanceof Trace.Claimed claimed && claimed.suspects());
        }
    }

    /** Refused connections, and a server whose connections stand and are silent. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void askedToEndWithoutADatabaseItEndsInOrderToo(
            boolean isFrozen, TestLog log, @TempDir Path folder) throws Exception {
        var fault = isFrozen ? "SIGTERM, database frozen" : "SIGTERM, database away";
        try (var cluster = Cluster.start();
                var trial = Trial.of(fault, 3, log, cluster.database("ending"), folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(2_000));
            var worker = trial.workers().set("shutdown.drain", "3 s").start();
            trial.untilApplied(500);
            if (isFrozen) {
                cluster.freeze();
            } else {
                cluster.stop(Stop.IMMEDIATE);
            }
            trial.harmed();

            assertThat(worker.terminate()).as(worker.lastWords()).isZero();

            if (isFrozen) {
                cluster.thaw();
            } else {
                cluster.restart();
            }
            var next = trial.workers().start();
            trial.untilAllApplied();
            assertThat(next.terminate()).as(next.lastWords()).isZero();
            trial.verify(1);
        }
    }
}
