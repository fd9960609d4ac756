package gleaner;

import static gleaner.DoctorCall.doctor;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cli.Exit;
import gleaner.postgres.Db;
import gleaner.postgres.migration.AllRows;
import gleaner.postgres.migration.Catalogue;
import gleaner.postgres.migration.Migrations;
import gleaner.postgres.migration.StartingState;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What doctor says of servers and starting states, and that it changes nothing. */
@RealServers
class DoctorCommandIT {

    @ParameterizedTest
    @EnumSource(StartingState.class)
    void everyStartingStateIsKnownAndLeftAsItIs(
            StartingState state, TestLog log, TestDatabase database) throws SQLException {
        state.withRowsIn(database);
        var before = Catalogue.of(database);
        var rows = AllRows.of(database);

        var shown = doctor(log, database);

        assertThat(shown.code()).as(shown.text()).isEqualTo(Exit.OK);
        assertThat(shown.found("database.state").getFirst().what())
                .startsWith(
                        switch (state) {
                            case EMPTY -> "empty";
                            case LEGACY,
                                    LEGACY_WITH_TYPES_CHECKED,
                                    LEGACY_AMONG_OTHERS,
                                    USERS_ONLY ->
                                    "legacy";
                            case CURRENT -> "current";
                            case INDEX_WITHOUT_TYPE,
                                    TYPE_WITHOUT_DEFAULT,
                                    INDEXES_MISSING,
                                    KILLED_WHILE_INDEXING ->
                                    "half-way";
                        });
        assertThat(shown.found("migrations.pending")).isNotEmpty();
        assertThat(Catalogue.of(database)).isEqualTo(before);
        assertThat(AllRows.of(database)).isEqualTo(rows);
    }

    @Test
    void aMigratedDatabaseIsReady(TestLog log, TestDatabase database) {
        Migrations.run(database.settings());

        var shown = doctor(log, database);

        assertThat(shown.code()).as(shown.text()).isEqualTo(Exit.OK);
        assertThat(shown.found("database.state").getFirst().what()).startsWith("migrated");
        assertThat(shown.found("migrations.pending")).isEmpty();
    }

    @Test
    void foreignTablesBlock(TestLog log, TestDatabase database) throws SQLException {
        Db.execute(database, "CREATE TABLE universal_users (id int, preferences int)");

        var shown = doctor(log, database);

        assertThat(shown.code()).isEqualTo(2);
        assertThat(shown.findings().getFirst().what())
                .startsWith("foreign: ")
                .contains("universal_users.preferences is integer");
    }

    @Test
    void aDatabaseThatTakesNoWritesBlocks(TestLog log, TestDatabase database) throws SQLException {
        Migrations.run(database.settings());
        Db.execute(
                database,
                "ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");

        var shown = doctor(log, database);

        assertThat(shown.code()).isEqualTo(2);
        assertThat(shown.found("postgres.server").getFirst().what()).contains("takes no writes");
    }

    @Test
    void whatThisRoleMayNotDoIsTold(TestLog log, TestDatabase database) throws SQLException {
        StartingState.LEGACY.in(database);
        var role = "doctor_" + database.name();
        Db.execute(
                database,
                "CREATE ROLE "
                        + role
                        + " LOGIN PASSWORD 'unasked'; GRANT SELECT ON ALL TABLES IN SCHEMA public"
                        + " TO "
                        + role);
        try {
            var shown =
                    doctor(
                            log,
                            database,
                            Map.of(
                                    "GLEANER_POSTGRES_USER",
                                    role,
                                    "GLEANER_POSTGRES_PASSWORD",
                                    "unasked"));

            assertThat(shown.code()).isEqualTo(2);
            assertThat(shown.found("postgres.rights").getFirst().what())
                    .contains("CREATE on the database", "ownership of universal_users");
        } finally {
            Db.execute(database, "DROP OWNED BY " + role + "; DROP ROLE " + role);
        }
    }

    @Test
    void serversThatDoNotAnswerBlockAndTheOtherIsLookedAtAllTheSame(
            TestLog log, TestDatabase database) {
        var withoutDatabase =
                doctor(
                        log,
                        database,
                        Map.of("GLEANER_POSTGRES_URI", "postgresql://127.0.0.1:1/none"));
        assertThat(withoutDatabase.code()).isEqualTo(2);
        assertThat(withoutDatabase.found("postgres.connection")).hasSize(1);
        assertThat(withoutDatabase.found("kafka.brokers")).hasSize(1);

        var withoutLog =
                doctor(
                        log,
                        database,
                        Map.of(
                                "GLEANER_KAFKA_BOOTSTRAP_SERVERS",
                                "127.0.0.1:1",
                                "GLEANER_KAFKA_PROPERTIES_DEFAULT_API_TIMEOUT_MS",
                                "2000",
                                "GLEANER_KAFKA_PROPERTIES_REQUEST_TIMEOUT_MS",
                                "1000"));
        assertThat(withoutLog.code()).isEqualTo(2);
        assertThat(withoutLog.found("kafka.connection")).hasSize(1);
        assertThat(withoutLog.found("postgres.server")).hasSize(1);
    }

    @Test
    void theLogIsLookedAt(TestLog log, TestDatabase database) throws SQLException {
        Migrations.run(database.settings());
        log.create("compacted-" + database.name(), 2, Map.of("cleanup.policy", "compact"));
        Db.execute(
                database,
                "INSERT INTO gleaner.partition_progress (topic, partition, next_offset, claimed_offset) VALUES ('compacted-%s', 1, 99, 99)"
                        .formatted(database.name()));

        var shown =
                doctor(
                        log,
                        database,
                        Map.of(
                                "GLEANER_KAFKA_TOPICS",
                                "compacted-" + database.name() + ",absent-" + database.name()));

        assertThat(shown.code()).isEqualTo(Exit.FAILED);
        assertThat(shown.found("kafka.topic"))
                .extracting(each -> each.weight() + " " + each.what().replace(database.name(), ""))
                .anyMatch(what -> what.startsWith("asks compacted- is compacted"))
                .anyMatch(what -> what.startsWith("asks absent- does not exist"))
                .anyMatch(what -> what.contains("2 partitions, 1 replicas"));
        assertThat(shown.found("kafka.lag").getFirst().ids())
                .containsExactly("compacted-" + database.name() + "-1");
        assertThat(shown.found("kafka.tls").getFirst().weight()).isEqualTo("tells");
    }

    @Test
    void peopleGetATableAndWhatToDo(TestLog log, TestDatabase database) throws SQLException {
        StartingState.LEGACY.in(database);
        user(database, "broken", "not json");

        var shown =
                Shown.of(
                        "",
                        DoctorCall.environment(
                                log, database, Map.of("GLEANER_KAFKA_TOPICS", log.topic(2))),
                        "doctor");

        assertThat(shown.out())
                .contains("!  preferences.json")
                .contains("preferences hold no JSON object (1: broken)")
                .containsSubsequence("Gleaner:", "You:", "ready after what is marked with !");
    }

    private static void user(TestDatabase database, String id, String preferences)
            throws SQLException {
        Db.execute(
                database,
                "INSERT INTO universal_users (universal_id, primary_username, preferences) VALUES"
                        + " ('%s', 'u', '%s')".formatted(id, preferences));
    }
}
