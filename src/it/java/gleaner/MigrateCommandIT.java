package gleaner;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cli.Exit;
import gleaner.postgres.Db;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operator sees of the migrations. */
@RealServers
class MigrateCommandIT {
    private static final String TABLES =
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'gleaner')"
                    + " AND tablename <> 'gleaner_schema_history' ORDER BY 1, 2";

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
        var call = new java.util.ArrayList<>(List.of("migrate"));
        call.addAll(List.of(options));
        return Shown.of(
                "",
                Map.of(
                        "GLEANER_POSTGRES_URI", database.uri(),
                        "GLEANER_POSTGRES_USER", database.user(),
                        "GLEANER_POSTGRES_PASSWORD", database.password()),
                call.toArray(String[]::new));
    }
}
