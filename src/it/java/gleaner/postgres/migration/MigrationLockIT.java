package gleaner.postgres.migration;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.postgres.Db;
import gleaner.postgres.Jdbc;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What those who wait for a migration are told of how far it is. */
@RealServers
class MigrationLockIT {
    private static final String IS_BUILDING =
            "SELECT count(*) > 0 FROM pg_stat_progress_create_index WHERE datname ="
                    + " current_database()";

    @Test
    void anIndexThatIsBuiltTellsHowFarItIs(TestDatabase database) throws Exception {
        Db.execute(database, "CREATE TABLE t (n int); INSERT INTO t VALUES (1)");
        try (var owner = Jdbc.connect(database.settings(), "owner");
                var watcher = Jdbc.connect(database.settings(), "watcher");
                var writer = database.connect()) {
            MigrationLock.take(owner, new Patience(Duration.ofSeconds(30)));
            var before = MigrationLock.owner(watcher);
            writer.setAutoCommit(false);
            Db.execute(writer, "INSERT INTO t VALUES (2)");
            var building = CompletableFuture.runAsync(() -> build(owner));
            while (!watcher.truth(IS_BUILDING)) {
                Thread.sleep(20);
            }

            assertThat(MigrationLock.owner(watcher)).hasSize(1).isNotEqualTo(before);

            writer.commit();
            building.join();
            assertThat(MigrationLock.owner(watcher)).isEqualTo(before);
        }
    }

    private static void build(Jdbc owner) {
        try {
            owner.execute("CREATE INDEX CONCURRENTLY ON t (n)");
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
