package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.postgres.Db;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partitions that are taken away while a transaction with them is still running. */
@RealServers
final class RevokeIT {

    private static final int PARTITIONS = 4;
    private static final String CLAIMED = "partition claimed";
    private static final String GAVE_UP = "its write will be fenced";

    /** The transaction ends only after the revocation has given up waiting for it. */
    @Test
    void aTransactionThatOutlivesItsClaimCountsOnceOrNotAtAll(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var rounds = Size.of(2, 20);
        var events = Size.of(800, 20_000);
        try (var trial =
                Trial.of("slow transaction during revoke", PARTITIONS, log, database, folder)) {
            var workload = trial.workload(Mix.EVERYTHING);
            trial.workers()
                    .set("kafka.revoke-timeout", "500 ms")
                    .set("postgres.lock-timeout", "30 s");
            var first = trial.workers().start();
            for (var round = 1; round <= rounds; round++) {
                var second = outlive(trial, workload.next(events / rounds), first);
                trial.until(() -> second.said(CLAIMED) > 0, "taken over");
                var claims = first.said(CLAIMED);
                assertThat(second.terminate()).as(second.lastWords()).isZero();
                var all = claims + second.said(CLAIMED);
                trial.until(() -> first.said(CLAIMED) >= all, "given back");
            }
            trial.untilAllApplied();
            assertThat(first.terminate()).as(first.lastWords()).isZero();
            trial.verify(rounds);
        }
    }

    /** Has partitions taken from a worker in the middle of a transaction, by one that joins. */
    private static WorkerProcess outlive(
            Trial trial, List<WorkloadEvent> events, WorkerProcess worker) throws Exception {
        try (var shut = trial.gate().shut()) {
            trial.produce(events);
            trial.until(() -> isEveryPartitionIn(trial.database(), shut), "mid-transaction");
            var before = worker.said(GAVE_UP);
            var other = trial.workers().start();
            trial.until(() -> worker.said(GAVE_UP) > before, "its claim ended under way");
            trial.harmed();
            return other;
        }
    }

    /** Whichever are revoked, the transaction that waits moves them; others may pass. */
    private static boolean isEveryPartitionIn(TestDatabase database, Gate.Shut shut)
            throws SQLException {
        if (!shut.isAnyoneWaiting()) {
            return false;
        }
        var rows = Db.value(database, "SELECT count(*) FROM gleaner.partition_progress");
        var free =
                Db.value(
                        database,
                        "SELECT count(*) FROM (SELECT FROM gleaner.partition_progress FOR UPDATE"
                                + " SKIP LOCKED)");
        if (Integer.parseInt(rows) - Integer.parseInt(free) == PARTITIONS) {
            return true;
        }
        shut.letPass();
        return false;
    }
}
