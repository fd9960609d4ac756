package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.faults.relay.Relay;
import gleaner.faults.relay.Toxic;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection to the database that stands, and is of little use. */
@RealServers
final class ConnectionIT {

    @Test
    void whatABlackHoleSwallowsIsSentAgain(TestLog log, TestDatabase database, @TempDir Path folder)
            throws Exception {
        silence("black-holed connection", new Toxic.Timeout(Duration.ZERO), log, database, folder);
    }

    /** A COMMIT may arrive long after the worker gave it up and tries once more. */
    @Test
    void whatArrivesLongAfterItWasGivenUpCountsOnce(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        silence("connection stalled", new Toxic.Stalled(), log, database, folder);
    }

    private static void silence(
            String fault, Toxic toxic, TestLog log, TestDatabase database, Path folder)
            throws Exception {
        var rounds = Size.of(1, 10);
        var events = Size.of(600, 10_000);
        try (var trial = Trial.of(fault, 3, log, database, folder);
                var relay = Relay.toPostgres(database.host(), database.port())) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(events));
            var worker = Impatience.in(trial.workers(), database, relay).start();
            for (var round = 1; round <= rounds; round++) {
                trial.untilApplied((long) events * round / (rounds + 2));
                var before = worker.said(Impatience.TRYING_AGAIN);
                relay.toServer().set(toxic);
                relay.toClient().set(toxic);
                trial.harmed();
                trial.until(
                        () -> worker.said(Impatience.TRYING_AGAIN) > before + 1, "given up twice");
                relay.toServer().clear();
                relay.toClient().clear();
            }
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(rounds);
        }
    }

    @Test
    void overASlowConnectionInSlicesAllArrives(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var events = Size.of(300, 5_000);
        try (var trial = Trial.of("slow, sliced connection", 3, log, database, folder);
                var relay = Relay.toPostgres(database.host(), database.port())) {
            relay.toServer()
                    .set(
                            new Toxic.Latency(Duration.ofMillis(5), Duration.ofMillis(5)),
                            new Toxic.Slicer(300, 299, Duration.ofNanos(100_000)),
                            new Toxic.Bandwidth(400_000));
            relay.toClient()
                    .set(
                            new Toxic.Slicer(20, 19, Duration.ofNanos(100_000)),
                            new Toxic.Bandwidth(400_000));
            trial.produce(trial.workload(Mix.EVERYTHING).next(events));
            var worker = Impatience.over(trial.workers(), database, relay).start();
            trial.harmed();
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(1);
        }
    }
}
