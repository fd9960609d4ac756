package gleaner.postgres.migration;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.Eventually;
import gleaner.postgres.Db;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A migration that needs tables for itself never makes the transaction of another program fail. */
@RealServers
class MigrationBesideOthersIT {
    private static final String WAITS_FOR_USERS =
            """
            SELECT count(*)
              FROM pg_locks
             WHERE NOT granted AND mode = 'AccessExclusiveLock'
               AND relation = 'public.universal_users'::regclass
            """;

    @Test
    void whoeverRemovesUsersGetsOnWithTheTablesThatReferToThem(TestDatabase database)
            throws Exception {
        upTo("7", database);
        try (var other = database.connect()) {
            // If there were one, this program would be the first to notice, and to fail.
            run(other, "SET deadlock_timeout = '50ms'");
            other.setAutoCommit(false);
            run(other, "DELETE FROM universal_users WHERE universal_id = 'nobody'");
            var migration = CompletableFuture.runAsync(() -> Migrations.run(database.settings()));
            Eventually.until(
                    () -> Db.value(database, WAITS_FOR_USERS).equals("1"), () -> "nobody waits");

            run(other, "SELECT FROM gleaner.message_revision");
            other.commit();

            migration.get(1, TimeUnit.MINUTES);
        }
        assertThat(Db.value(database, "SELECT to_regclass('gleaner.message_revision') IS NULL"))
                .isEqualTo("t");
    }

    private static void upTo(String version, TestDatabase database) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:migrations")
                .defaultSchema(SchemaHistory.SCHEMA)
                .table(SchemaHistory.TABLE)
                .validateMigrationNaming(false)
                .target(version)
                .load()
                .migrate();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
