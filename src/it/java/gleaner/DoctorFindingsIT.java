package gleaner;

import static gleaner.DoctorCall.doctor;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cli.Exit;
import gleaner.postgres.Db;
import gleaner.postgres.migration.Migrations;
import gleaner.postgres.migration.StartingState;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What doctor finds in rows and tables that others made. */
@RealServers
class DoctorFindingsIT {

    @Test
    void whatBreaksLaterComesFirstWithTheIdsOfTheRows(TestLog log, TestDatabase database)
            throws SQLException {
        StartingState.LEGACY.in(database);
        user(database, "broken", "not json");
        user(database, "rule", "{\"timezone\": \"somewhere\"}");
        user(
                database,
                "long",
                "{\"preferred_name\": {\"value\": \"%s\", \"confidence\": 1}}"
                        .formatted("x".repeat(3_000)));
        user(database, "twice", "\"{\\\"a\\\": 1}\"");

        var shown = doctor(log, database);

        assertThat(shown.code()).isEqualTo(Exit.FAILED);
        assertThat(shown.findings().stream().limit(3))
                .extracting(each -> each.check() + " " + each.count() + " " + each.ids())
                .containsExactly(
                        "preferences.rules 1 [rule]",
                        "preferences.preferred_name 1 [long]",
                        "preferences.json 1 [broken]");
        assertThat(shown.found("preferences.encoding").getFirst().ids()).containsExactly("twice");
    }

    @Test
    void aRuleThatOlderRowsBreakIsToldAfterTheMigrationToo(TestLog log, TestDatabase database)
            throws SQLException {
        StartingState.CURRENT.in(database);
        user(database, "rule", "{\"timezone\": \"somewhere\"}");
        user(database, "array", "[1]");
        Migrations.run(database.settings());

        var rules = doctor(log, database).found("preferences.rules").getFirst();

        assertThat(rules.weight()).isEqualTo("asks");
        assertThat(rules.ids()).containsExactly("array", "rule");
    }

    @Test
    void tablesThatRefuseTheWorkersWritesBlock(TestLog log, TestDatabase database)
            throws SQLException {
        StartingState.LEGACY.withRowsIn(database);
        Db.execute(
                database,
                """
                ALTER TABLE fact_entities DROP CONSTRAINT fact_entities_entity_type_entity_name_key;
                INSERT INTO fact_entities (entity_type, entity_name) VALUES ('food', 'Pizza');
                ALTER TABLE universal_users ADD COLUMN tenant int;
                UPDATE universal_users SET tenant = 1;
                ALTER TABLE universal_users ALTER COLUMN tenant SET NOT NULL;
                """);

        var shown = doctor(log, database);

        assertThat(shown.code()).isEqualTo(2);
        var keys = shown.found("tables.keys").getFirst();
        assertThat(keys.what()).startsWith("fact_entities has no unique key");
        assertThat(keys.ids()).containsExactly("food Pizza");
        assertThat(shown.found("tables.columns").getFirst().ids())
                .containsExactly("universal_users.tenant");
    }

    @Test
    void rowsThatBreakSomebodyElsesRuleAreTold(TestLog log, TestDatabase database)
            throws SQLException {
        StartingState.LEGACY.withRowsIn(database);
        Db.execute(
                database,
                "ALTER TABLE universal_users ADD CONSTRAINT no_bob CHECK (primary_username <>"
                        + " 'Bob') NOT VALID");

        var shown = doctor(log, database);

        assertThat(shown.code()).isEqualTo(1);
        var rule = shown.found("tables.rules").getFirst();
        assertThat(rule.what()).contains("no_bob").contains("refuses every later UPDATE");
        assertThat(rule.ids()).containsExactly("bob");
    }

    @Test
    void namesThatAreSeveralRowsAreTold(TestLog log, TestDatabase database) throws SQLException {
        StartingState.LEGACY.withRowsIn(database);
        Db.execute(
                database,
                "INSERT INTO fact_entities (entity_type, entity_name) VALUES ('food', 'pizza '),"
                        + " ('place', 'pizza')");

        assertThat(doctor(log, database).found("facts.duplicates").getFirst().ids())
                .containsExactly("Pizza");
    }

    @Test
    void viewsLeftoversTypesAndParkedPartitionsAreTold(TestLog log, TestDatabase database)
            throws SQLException {
        StartingState.LEGACY_WITH_TYPES_CHECKED.withRowsIn(database);
        Db.execute(database, "CREATE VIEW wishes AS SELECT preferences FROM universal_users");

        var shown = doctor(log, database);

        assertThat(shown.found("preferences.dependents").getFirst().what()).contains("view wishes");
        assertThat(shown.found("facts.leftovers").getFirst().count()).isEqualTo(2);
        assertThat(shown.found("facts.types").getFirst().what())
                .contains("pet, occupation, organization");

        Db.execute(database, "DROP VIEW wishes");
        Migrations.run(database.settings());
        Db.execute(
                database,
                "INSERT INTO gleaner.partition_progress (topic, partition, next_offset,"
                        + " claimed_offset, parked_reason) VALUES ('t', 1, 0, 0, 'gone')");
        assertThat(doctor(log, database).found("worker.parked").getFirst().ids())
                .containsExactly("t-1");
    }

    private static void user(TestDatabase database, String id, String preferences)
            throws SQLException {
        Db.execute(
                database,
                "INSERT INTO universal_users (universal_id, primary_username, preferences) VALUES"
                        + " ('%s', 'u', '%s')".formatted(id, preferences));
    }
}
