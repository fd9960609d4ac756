package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.faults.database.Backends;
import gleaner.faults.database.Cluster;
import gleaner.faults.database.Signal;
import gleaner.servers.RealServers;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that stands, whose processes end, stand still, or refuse to write. */
@RealServers
final class BackendIT {
    private Cluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = Cluster.start();
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void backendsThatAreTerminatedAreReplaced(TestLog log, @TempDir Path folder) throws Exception {
        var rounds = Size.of(10, 150);
        var events = Size.of(1_500, 30_000);
        try (var trial =
                Trial.of("backends terminated", 3, log, cluster.database("terminated"), folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(events));
            var backends = new Backends(cluster, trial.seed().random("victims"));
            var worker = Impatience.in(trial.workers()).start();
            for (var round = 1; round <= rounds; round++) {
                trial.untilApplied((long) events * round / (rounds + 2));
                trial.until(backends::terminateOne, "one terminated");
                trial.harmed();
            }
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(rounds);
        }
    }

    /** It holds its locks, and may commit when nobody expects it any more. */
    @Test
    void aBackendThatStandsStillIsGivenUp(TestLog log, @TempDir Path folder) throws Exception {
        var rounds = Size.of(1, 10);
        var events = Size.of(800, 10_000);
        try (var trial = Trial.of("frozen backend", 3, log, cluster.database("frozen"), folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(events));
            var backends = new Backends(cluster, trial.seed().random("victims"));
            var worker = Impatience.in(trial.workers()).start();
            for (var round = 1; round <= rounds; round++) {
                trial.untilApplied((long) events * round / (rounds + 2));
                var before = worker.said(Impatience.TRYING_AGAIN);
                var frozen = freezeOne(trial, backends);
                trial.harmed();
                trial.until(() -> worker.said(Impatience.TRYING_AGAIN) > before, "given up");
                Signal.CONT.to(frozen);
            }
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(rounds);
        }
    }

    private static long freezeOne(Trial trial, Backends backends) throws Exception {
        var frozen = new long[1];
        trial.until(
                () -> {
                    var one = backends.freezeOneAtWork();
                    one.ifPresent(pid -> frozen[0] = pid);
                    return one.isPresent();
                },
                "one at work");
        return frozen[0];
    }

    @Test
    void aDatabaseThatOnlyLetsReadIsWaitedFor(TestLog log, @TempDir Path folder) throws Exception {
        var rounds = Size.of(2, 12);
        var events = Size.of(1_000, 10_000);
        try (var trial =
                Trial.of("read-only database", 3, log, cluster.database("read_only"), folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(events));
            var worker = Impatience.in(trial.workers()).start();
            for (var round = 1; round <= rounds; round++) {
                trial.untilApplied((long) events * round / (rounds + 2));
                var before = worker.said("sqlstate=25006");
                setReadOnly("on");
                trial.harmed();
                trial.until(() -> worker.said("sqlstate=25006") > before + 1, "refused twice");
                setReadOnly("off");
            }
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(rounds);
        }
    }

    private void setReadOnly(String how) throws SQLException {
        cluster.execute("ALTER SYSTEM SET default_transaction_read_only = " + how);
        cluster.execute("SELECT pg_reload_conf()");
    }
}
