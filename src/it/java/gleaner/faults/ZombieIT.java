package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that are stopped for longer than the group waits for them, and then go on. */
@RealServers
final class ZombieIT {

    /**
     * The first is stopped while its transaction waits at the gate, which is opened only then: so
     * it has work of a transaction under way that others have done meanwhile.
     */
    @Test
    void stoppedMidTransactionPastATakeOverItWritesNothingWhenItGoesOn(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var rounds = Size.of(1, 10);
        var events = Size.of(600, 10_000);
        try (var trial = Trial.of("SIGSTOP mid-transaction", 2, log, database, folder)) {
            var workload = trial.workload(Mix.EVERYTHING);
            trial.workers()
                    .set("postgres.idle-in-transaction-timeout", "2 s")
                    .set("postgres.lock-timeout", "30 s");
            for (var round = 1; round <= rounds; round++) {
                var zombie = trial.workers().start();
                try (var shut = trial.gate().shut()) {
                    trial.produce(workload.next(events / rounds));
                    trial.until(shut::isAnyoneWaiting, "mid-transaction");
                    zombie.freeze();
                    trial.harmed();
                }
                var successor = trial.workers().start();
                trial.untilAllApplied();

                zombie.thaw();
                trial.produce(workload.next(20));
                trial.untilAllApplied();
                trial.until(() -> zombie.output().contains("fenced"), "the zombie noticed");
                assertThat(zombie.terminate()).as(zombie.lastWords()).isZero();
                assertThat(successor.terminate()).as(successor.lastWords()).isZero();
            }
            trial.verify(rounds);
        }
    }

    /** Stopped at any moment, again and again, one of two at a time. */
    @Test
    void stoppedAtAnyMomentPastATakeOverNothingIsLostOrDoubled(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var rounds = Size.of(1, 12);
        var events = Size.of(1_500, 20_000);
        try (var trial = Trial.of("SIGSTOP past a take-over", 4, log, database, folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(events));
            var random = trial.seed().random("stops");
            var workers = trial.workers().start(2);
            for (var round = 1; round <= rounds; round++) {
                trial.untilApplied((long) events * round / (rounds + 2));
                var zombie = workers.get(random.nextInt(2));
                var claims = trial.claims();
                zombie.freeze();
                trial.harmed();
                trial.until(() -> trial.isAllApplied() || trial.claims() > claims, "taken over");
                zombie.thaw();
            }
            trial.untilAllApplied();
            for (var worker : workers) {
                assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            }
            trial.verify(rounds);
        }
    }
}
