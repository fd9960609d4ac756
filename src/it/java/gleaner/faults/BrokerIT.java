package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that goes away and comes back. */
@RealServers
final class BrokerIT {

    /** Ended in order and killed in turn, while there is work left. */
    @Test
    void whileTheBrokerStartsAgainTheWorkersWaitAndThenGoOn(
            TestDatabase database, @TempDir Path folder) throws Exception {
        var rounds = Size.of(1, 5);
        var events = Size.of(1_000, 20_000);
        try (var broker = BrokerProcess.start(folder);
                var log = TestLog.of(broker.bootstrapServers());
                var trial = Trial.of("broker restart", 3, log, database, folder)) {
            var workload = trial.workload(Mix.EVERYTHING);
            var workers = trial.workers().start(2);
            for (var round = 1; round <= rounds; round++) {
                trial.produce(workload.next(events / rounds / 2));
                trial.untilApplied(trial.positions().sum() + 40);
                if (round % 2 == 1) {
                    broker.kill();
                } else {
                    broker.stop();
                }
                trial.harmed();
                broker.startAgain();
                trial.produce(workload.next(events / rounds / 2));
            }
            trial.untilAllApplied();
            for (var worker : workers) {
                assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            }
            trial.verify(rounds);
        }
    }
}
