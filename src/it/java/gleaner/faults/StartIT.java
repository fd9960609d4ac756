package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.Eventually;
import gleaner.cli.Exit;
import gleaner.faults.database.Cluster;
import gleaner.faults.database.Cluster.Stop;
import gleaner.postgres.Db;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that starts where something is away, held, or wrong. */
@RealServers
final class StartIT {
    private static final String WAITING = "migration has to wait";

    private Cluster cluster;
    private TestDatabase database;

    @BeforeEach
    void start() throws Exception {
        cluster = Cluster.start();
        database = cluster.database("starting");
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedFor(TestLog log, @TempDir Path folder) throws Exception {
        try (var trial = Trial.of("start, database away", 2, log, database, folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(200));
            cluster.stop(Stop.FAST);
            trial.harmed();
            var worker = trial.workers().start();
            until(() -> worker.said(WAITING) > 0);
            Thread.sleep(1_500);
            assertThat(worker.said(WAITING)).as("told once").isEqualTo(1);

            cluster.restart();

            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(1);
        }
    }

    /** Another replica is at it, and dies. */
    @Test
    void whoeverMigratesIsWaitedFor(TestLog log, @TempDir Path folder) throws Exception {
        try (var trial = Trial.of("start, migration locked", 2, log, database, folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(200));
            forgetLastMigration();
            WorkerProcess worker;
            try (var other = database.connect()) {
                Db.execute(other, "SELECT pg_advisory_lock(x'676c65616e6572'::bigint)");
                worker = trial.workers().start();
                until(this::isWaitingForTheLock);
                Thread.sleep(1_500);
                assertThat(worker.isAtWork()).isFalse();
                trial.harmed();
            }
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(1);
        }
    }

    private void forgetLastMigration() throws Exception {
        var history = "gleaner.gleaner_schema_history";
        Db.execute(
                database,
                "DELETE FROM %1$s WHERE installed_rank = (SELECT max(installed_rank) FROM %1$s)"
                        .formatted(history));
    }

    private boolean isWaitingForTheLock() throws Exception {
        return !Db.rows(
                        database,
                        "SELECT 1 FROM pg_stat_activity WHERE application_name = 'gleaner"
                                + " migrations' AND query LIKE '%pg_try_advisory_lock%'")
                .isEmpty();
    }

    @Test
    void whatIsWrongIsSaidInALineAndExitsWithTwoOrOne(TestLog log, @TempDir Path folder)
            throws Exception {
        try (var trial = Trial.of("start, wrong settings", 1, log, database, folder)) {
            cluster.execute("CREATE ROLE somebody LOGIN PASSWORD 'right'");
            cluster.admit(
                    "host all somebody 127.0.0.1/32 scram-sha-256",
                    "host all all 127.0.0.1/32 trust");
            cluster.execute("SELECT pg_reload_conf()");
            var uri = database.uri();

            trial.workers().set("postgres.user", "somebody").set("postgres.password", "wrong");
            assertThat(refused(trial, Exit.USAGE))
                    .contains("password authentication failed", "postgres.user and its password")
                    .doesNotContain("wrong");
            trial.workers().set("postgres.user", database.user());

            trial.workers().set("postgres.uri", uri + "_gone");
            assertThat(refused(trial, Exit.USAGE)).contains("does not exist", "in postgres.uri");

            trial.workers()
                    .set("postgres.migration-timeout", "5 s")
                    .set("postgres.uri", "postgresql://no-such-host.invalid:5432/x");
            assertThat(refused(trial, Exit.FAILED))
                    .contains("UnknownHostException", "look at the host in postgres.uri")
                    .doesNotContain("lock");

            trial.workers().set("postgres.uri", "postgresql://127.0.0.1:1/x");
            assertThat(refused(trial, Exit.FAILED)).contains("refused").doesNotContain("lock");

            trial.workers()
                    .set("postgres.uri", uri)
                    .set("postgres.migration-timeout", "1 m")
                    .set("kafka.bootstrap-servers", "no-such-host.invalid:9092");
            assertThat(refused(trial, Exit.FAILED)).contains("bootstrap.servers");
            trial.verify(1);
        }
    }

    /** The last line that it said; no trace of the stack is in what it said. */
    private static String refused(Trial trial, int exitCode) throws Exception {
        var worker = trial.workers().start();
        assertThat(worker.exitCode()).as(worker.lastWords()).isEqualTo(exitCode);
        assertThat(worker.output()).doesNotContain("\tat ");
        return worker.output()
                .lines()
                .filter(line -> line.contains("the worker could not start"))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError(worker.lastWords()));
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        Eventually.until(condition, () -> "waited in vain");
    }
}
