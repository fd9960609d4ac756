package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that are killed without a word. */
@RealServers
final class KillIT {
    private static final String MEMBER = "kafka.properties.group.instance.id";

    /**
     * Most of the killed come back under their old name, and go on at once; every third comes under
     * a new one, so that others take its partitions over when the group notices.
     */
    @Test
    void killedAtAnyMomentNothingIsLostOrDoubled(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var rounds = Size.of(3, 200);
        var events = Size.of(2_000, 100_000);
        try (var trial = Trial.of("SIGKILL loop", 6, log, database, folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(events));
            var random = trial.seed().random("kills");
            var names = new String[] {"a", "b", "c"};
            var running = new WorkerProcess[names.length];
            for (var n = 0; n < names.length; n++) {
                running[n] = trial.workers().set(MEMBER, names[n]).start();
            }
            for (var round = 1; round <= rounds; round++) {
                trial.untilApplied((long) events * round / (rounds + 1));
                var victim = random.nextInt(names.length);
                running[victim].kill();
                trial.harmed();
                if (round % 3 == 0) {
                    names[victim] = "after-" + round;
                }
                running[victim] = trial.workers().set(MEMBER, names[victim]).start();
            }
            trial.untilAllApplied();
            for (var worker : running) {
                assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            }
            trial.verify(rounds);
            assertThat(trial.workers().command("state-hash")).contains(trial.expectedHash());
        }
    }
}
