package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.Eventually;
import gleaner.postgres.Db;
import gleaner.postgres.migration.AllRows;
import gleaner.postgres.migration.Catalogue;
import gleaner.postgres.migration.LegacyUsers;
import gleaner.postgres.migration.Migrations;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversion of a large table by processes that are killed at one step after the other. */
@RealServers
final class KilledMigrationIT {
    private static final int USERS = 60_000;

    /** Each holds for a while, from the step that it names on. */
    private static final List<String> MOMENTS =
            List.of(
                    // the second column is there
                    "SELECT count(*) > 0 FROM information_schema.columns WHERE column_name ="
                            + " 'preferences_jsonb'",
                    // some rows are filled
                    "SELECT application_name ~ ' [1-9]\\d? %' FROM pg_stat_activity WHERE"
                            + " application_name LIKE 'gleaner migrations: %' AND datname ="
                            + " current_database()",
                    // the names are swapped, and an index is being built
                    "SELECT count(*) > 0 FROM pg_index WHERE NOT indisvalid",
                    // a version is applied
                    "SELECT to_regclass('gleaner.gleaner_schema_history') IS NOT NULL");

    @Test
    void theNextGoesOnAndNothingIsLost(
            TestDatabase database, TestDatabase fresh, @TempDir Path folder) throws Exception {
        LegacyUsers.in(database, USERS);
        var before = AllRows.of(database);
        try (var workers = new Workers(folder, settings(database))) {
            for (var moment : MOMENTS) {
                var migrating = workers.start();
                Eventually.until(() -> isNow(database, moment), migrating::lastWords);
                migrating.kill();
            }
        }

        Migrations.run(LegacyUsers.settings(database));
        Migrations.finish(LegacyUsers.settings(database));

        assertThat(AllRows.of(database)).isEqualTo(before);
        Migrations.run(fresh.settings());
        assertThat(Catalogue.of(database)).isEqualTo(Catalogue.of(fresh));
    }

    private static boolean isNow(TestDatabase database, String moment) throws Exception {
        return Db.rows(database, moment).contains("t");
    }

    /** They end before they would need a broker. */
    private static Map<String, String> settings(TestDatabase database) {
        return Map.of(
                "kafka.bootstrap-servers", "127.0.0.1:1",
                "postgres.uri", database.uri(),
                "postgres.user", database.user(),
                "postgres.password", database.password(),
                "postgres.online-above-rows", Integer.toString(LegacyUsers.LARGE_ABOVE));
    }
}
