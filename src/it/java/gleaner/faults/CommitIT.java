package gleaner.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.faults.relay.Relay;
import gleaner.faults.relay.Relay.Commit;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one moment in which nobody can know: a COMMIT is on its way. */
@RealServers
final class CommitIT {

    /** So that a worker that comes back under the same name gets its partitions at once. */
    private static final String MEMBER = "kafka.properties.group.instance.id";

    /** Of so many COMMITs one meets its fate. */
    private static final int ONE_OF = 3;

    @Test
    void aCommitThatIsNeverSentIsSentAgain(TestLog log, TestDatabase database, @TempDir Path folder)
            throws Exception {
        cutAt(Commit.ASKED, "COMMIT never sent", log, database, folder);
    }

    @Test
    void aCommitWhoseReplyIsLostCountsOnce(TestLog log, TestDatabase database, @TempDir Path folder)
            throws Exception {
        cutAt(Commit.DONE, "COMMIT reply lost", log, database, folder);
    }

    private static void cutAt(
            Commit which, String fault, TestLog log, TestDatabase database, Path folder)
            throws Exception {
        var rounds = Size.of(8, 120);
        try (var trial = Trial.of(fault, 3, log, database, folder);
                var relay = Relay.toPostgres(database.host(), database.port())) {
            var cut = new AtomicInteger();
            var random = trial.seed().random("cuts");
            relay.atCommit(commit -> {
                var fated = commit == which && cut.get() < rounds && random.nextInt(ONE_OF) == 0;
                if (fated) {
                    cut.incrementAndGet();
                    trial.harmed();
                }
                return !fated;
            });
            trial.produce(trial.workload(Mix.EVERYTHING).next(Size.of(1_500, 30_000)));
            var worker = Impatience.in(trial.workers(), database, relay).start();
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            assertThat(cut).hasValue(rounds);
            trial.verify(rounds);
        }
    }

    /** Before the server hears of it, or when it is done; and then it arrives, or it does not. */
    @Test
    void killedAtACommitItGoesOnFromWhatIsCommitted(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var rounds = Size.of(2, 25);
        var events = Size.of(1_000, 15_000);
        try (var trial = Trial.of("kill at COMMIT", 3, log, database, folder);
                var relay = Relay.toPostgres(database.host(), database.port())) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(events));
            var random = trial.seed().random("kills");
            Impatience.in(trial.workers(), database, relay).set(MEMBER, "a");
            var worker = trial.workers().start();
            for (var round = 1; round <= rounds; round++) {
                trial.untilApplied((long) events * round / (rounds + 2));
                var moment = round % 2 == 0 ? Commit.ASKED : Commit.DONE;
                killAt(moment, random.nextBoolean(), relay, worker).get(60, SECONDS);
                trial.harmed();
                worker = trial.workers().start();
            }
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(rounds);
        }
    }

    private static CompletableFuture<Void> killAt(
            Commit moment, boolean passes, Relay relay, WorkerProcess worker) {
        var killed = new CompletableFuture<Void>();
        relay.atCommit(commit -> {
            if (commit != moment || killed.isDone()) {
                return true;
            }
            try {
                worker.kill();
                killed.complete(null);
            } catch (InterruptedException | AssertionError e) {
                killed.completeExceptionally(e);
            }
            return passes;
        });
        return killed;
    }
}
