package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group that never comes to rest. */
@RealServers
final class RebalanceStormIT {

    /**
     * How the JVM itself ends on SIGTERM before any of our code runs: by the signal, or, while it
     * initialises itself, with an error of its own.
     */
    private static final int BY_SIGNAL = 143;

    private static final int BY_ERROR = 1;

    /** What a virtual machine says that is ended before it has come to a program of ours. */
    private static final List<String> BEFORE_MAIN =
            List.of(
                    "Error occurred during initialization of VM",
                    "Runtime.exit(143) logging failed");

    @Test
    void whileFiveWorkersComeAndGoNothingIsLostOrDoubled(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var most = Size.of(3, 5);
        var storm = Duration.ofSeconds(Size.of(10, 300));
        try (var trial = Trial.of("rebalance storm", 10, log, database, folder)) {
            var workload = trial.workload(Mix.EVERYTHING.among(200));
            var random = trial.seed().random("storm");
            var running = new ArrayList<WorkerProcess>();
            var rounds = 0;
            for (var end = System.nanoTime() + storm.toNanos(); System.nanoTime() < end; rounds++) {
                trial.produce(workload.next(200));
                if (running.size() < most && (running.size() < 2 || random.nextBoolean())) {
                    running.add(trial.workers().start());
                } else {
                    var leaving = running.remove(random.nextInt(running.size()));
                    trial.harmed();
                    assertEndsInOrder(leaving);
                }
                Thread.sleep(random.nextInt(50, 1_500));
            }
            if (running.isEmpty()) {
                running.add(trial.workers().start());
            }
            trial.untilAllApplied();
            for (var worker : running) {
                assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            }
            trial.verify(rounds);
        }
    }

    private static void assertEndsInOrder(WorkerProcess leaving) throws Exception {
        var code = leaving.terminate();
        var output = leaving.output();
        if (output.isEmpty() || BEFORE_MAIN.stream().anyMatch(output::contains)) {
            assertThat(code).as(leaving.lastWords()).isIn(0, BY_SIGNAL, BY_ERROR);
        } else {
            assertThat(code).as(leaving.lastWords()).isZero();
        }
    }
}
