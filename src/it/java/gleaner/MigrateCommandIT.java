package gleaner;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cli.Exit;
import gleaner.postgres.Db;
import gleaner.postgres.migration.StartingState;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operator sees of the migrations. */
@RealServers
class MigrateCommandIT {
    private static final String TABLES =
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'gleaner')"
                    + " AND tablename <> 'gleaner_schema_history' ORDER BY 1, 2";

    /** A state in its column; a name may hold the word. */
    private static final String PENDING = "  pending ";

    @Test
    void theStatusListsEveryVersionBeforeAndAfter(TestDatabase database) {
        var before = migrate(database, "--status");
        assertThat(before.out().lines().skip(1)).isNotEmpty().allMatch(l -> l.contains("pending"));

        assertThat(migrate(database).code()).isEqualTo(Exit.OK);

        var after = migrate(database, "--status");
        assertThat(after.out().lines().skip(1))
                .hasSameSizeAs(before.out().lines().skip(1).toList())
                .allMatch(l -> l.matches("\\d+ .* applied +20\\S+Z +\\d+ ms +[0-9a-f]{8}"));
    }

    @Test
    void aVersionOfALaterProgramIsListedAndLeftAlone(TestDatabase database) throws SQLException {
        migrate(database);
        Db.execute(
                database,
                """
                INSERT INTO gleaner.gleaner_schema_history
                       (installed_rank, version, description, type, script, checksum, installed_by,
                        execution_time, success)
                VALUES (999, '999', 'from the future', 'SQL', 'V999__from_the_future.sql', 1, 'x', 1,
                        true)
                """);

        assertThat(migrate(database).code()).isEqualTo(Exit.OK);
        assertThat(migrate(database, "--status").out().lines().toList().getLast())
                .startsWith("999")
                .contains("later");
    }

    @Test
    void aDryRunChangesNothingAndPrintsExactlyWhatWouldBeRun(
            TestDatabase database, TestDatabase byHand) throws SQLException {
        var printed = migrate(database, "--dry-run").out();
        assertThat(Db.rows(database, TABLES)).isEmpty();

        migrate(database);
        Db.execute(byHand, "CREATE SCHEMA gleaner;" + printed);

        assertThat(Db.rows(byHand, TABLES)).isEqualTo(Db.rows(database, TABLES)).isNotEmpty();
        assertThat(migrate(database, "--dry-run").out().lines())
                .containsExactly("-- nothing is pending");
    }

    @Test
    void theWayBackIsPrintedAndTakenOnlyIfApplied(TestDatabase database) throws SQLException {
        migrate(database);

        var printed = migrate(database, "--undo", "2");
        assertThat(printed.code()).isEqualTo(Exit.OK);
        assertThat(printed.out())
                .containsSubsequence("-- undo/U4", "-- undo/U2", "TYPE text", "--apply");
        assertThat(migrate(database, "--status").out()).doesNotContain(PENDING);

        assertThat(migrate(database, "--undo", "2", "--apply").out())
                .contains("taken back: V4, V11, V2");
        assertThat(migrate(database, "--status").out().lines().filter(l -> l.contains(PENDING)))
                .hasSize(3);
        assertThat(migrate(database, "--undo", "5", "--apply").code()).isEqualTo(Exit.FAILED);
    }

    @Test
    void aLargeTableIsAnnouncedConvertedAndFinished(TestDatabase database) throws SQLException {
        StartingState.LEGACY.withRowsIn(database);
        var everyTableIsLarge = Map.of("GLEANER_POSTGRES_ONLINE_ABOVE_ROWS", "0");

        assertThat(migrate(database, everyTableIsLarge, "--dry-run").out())
                .containsSubsequence(
                        "preferences_jsonb",
                        "RENAME COLUMN",
                        "CREATE INDEX CONCURRENTLY",
                        "V2__preferences_to_jsonb.sql");
        assertThat(migrate(database, everyTableIsLarge).code()).isEqualTo(Exit.OK);
        assertThat(migrate(database, "--status").out()).contains("migrate --finish drops it");
        assertThat(migrate(database, "--finish").out()).contains("the old column is gone");
        assertThat(migrate(database, "--status").out()).doesNotContain("--finish");
        assertThat(migrate(database, "--finish").out()).contains("nothing to finish");
    }

    @Test
    void whatWasTakenBackAndFinishedStandsInTheAudit(TestDatabase database) throws SQLException {
        StartingState.LEGACY.withRowsIn(database);
        migrate(database, Map.of("GLEANER_POSTGRES_ONLINE_ABOVE_ROWS", "0"));

        migrate(database, "--undo", "11");
        migrate(database, "--finish");
        migrate(database, "--finish");
        migrate(database, "--undo", "11", "--apply");

        assertThat(
                        Db.rows(
                                database,
                                "SELECT command, arguments->'versions', counts->'versions' FROM"
                                        + " gleaner.audit ORDER BY id"))
                .containsExactly("migrate --finish | [\"2\"] | 1", "migrate --undo | [\"11\"] | 1");
    }

    @Test
    void theStatusForPrograms(TestDatabase database) {
        migrate(database);

        var status = new JsonObject(migrate(database, "--status", "--json").out());

        assertThat(status.getString("conversion")).isEqualTo("none");
        assertThat(status.getJsonArray("versions").getJsonObject(1).getMap())
                .containsEntry("version", "2")
                .containsEntry("state", "applied")
                .containsKeys("what", "when", "took_ms", "checksum");
        assertThat(migrate(database, "--json").code()).isEqualTo(Exit.USAGE);
    }

    @Test
    void twoWishesAtATimeAreRefused(TestDatabase database) {
        assertThat(migrate(database, "--status", "--dry-run").code()).isEqualTo(Exit.USAGE);
    }

    @Test
    void aDatabaseThatIsAwayIsToldInALine() {
        var shown =
                Shown.of(
                        "",
                        Map.of("GLEANER_POSTGRES_URI", "postgresql://127.0.0.1:1/none"),
                        "migrate",
                        "--status");

        assertThat(shown.code()).isEqualTo(Exit.FAILED);
        assertThat(shown.err().lines().toList().getFirst()).startsWith("migrate: ");
        assertThat(shown.err()).doesNotContain("\tat ");
    }

    private static Shown migrate(TestDatabase database, String... options) {
        return migrate(database, Map.of(), options);
    }

    private static Shown migrate(
            TestDatabase database, Map<String, String> settings, String... options) {
        var environment =
                new HashMap<>(
                        Map.of(
                                "GLEANER_POSTGRES_URI", database.uri(),
                                "GLEANER_POSTGRES_USER", database.user(),
                                "GLEANER_POSTGRES_PASSWORD", database.password()));
        environment.putAll(settings);
        var call = new ArrayList<>(List.of("migrate"));
        call.addAll(List.of(options));
        return Shown.of("", environment, call.toArray(String[]::new));
    }
}
