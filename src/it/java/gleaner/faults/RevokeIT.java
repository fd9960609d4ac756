package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partitions that are taken away while a transaction with them is still running. */
@RealServers
final class RevokeIT {

    /** Longer than a revocation waits: the partition has a new owner before the old one is done. */
    private static final double SLOW_SECONDS = 2.5;

    @Test
    void aTransactionThatOutlivesItsClaimCountsOnceOrNotAtAll(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var rounds = Size.of(2, 20);
        var events = Size.of(800, 20_000);
        try (var trial = Trial.of("slow transaction during revoke", 4, log, database, folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(events));
            trial.workers().set("kafka.revoke-timeout", "500 ms");
            var first = trial.workers().start();
            for (var round = 1; round <= rounds; round++) {
                trial.untilApplied((long) events * round / (rounds + 2));
                slow(database, SLOW_SECONDS);
                var claims = first.said("partition claimed");
                var second = trial.workers().start();
                trial.harmed();
                trial.until(() -> second.said("partition claimed") > 0, "taken over");
                assertThat(second.terminate()).as(second.lastWords()).isZero();
                trial.until(() -> first.said("partition claimed") > claims, "given back");
                slow(database, 0);
            }
            trial.untilAllApplied();
            assertThat(first.terminate()).as(first.lastWords()).isZero();
            assertThat(first.said("its write will be fenced")).as("it was too slow").isPositive();
            trial.verify(rounds);
        }
    }

    /** How long each batch takes from here on, at its first observation. */
    private static void slow(TestDatabase database, double seconds) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE OR REPLACE FUNCTION faults.slow() RETURNS trigger LANGUAGE plpgsql
                        AS $$ BEGIN PERFORM pg_sleep(%s); RETURN NULL; END $$;
                    CREATE OR REPLACE TRIGGER faults_slow BEFORE INSERT ON gleaner.observation
                        FOR EACH STATEMENT EXECUTE FUNCTION faults.slow();
                    """
                            .formatted(seconds));
        }
    }
}
