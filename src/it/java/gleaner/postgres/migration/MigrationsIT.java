package gleaner.postgres.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.config.Settings;
import gleaner.postgres.Db;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@RealServers
class MigrationsIT {
    private static final String PENDING_LIST =
            "SELECT reloptions::text FROM pg_class WHERE relname ="
                    + " 'idx_universal_users_preferences_gin'";
    private static final String ALL_PREFERENCES =
            "SELECT universal_id, preferences FROM universal_users ORDER BY universal_id";

    @ParameterizedTest
    @EnumSource(StartingState.class)
    void everyStartingStateEndsInTheSameSchemaWithEveryRowKept(
            StartingState state, TestDatabase database, TestDatabase fresh) throws SQLException {
        Migrations.run(fresh.settings());
        state.withRowsIn(database);
        var before = AllRows.of(database);

        Migrations.run(database.settings());

        assertThat(AllRows.of(database)).containsAll(before);
        assertThat(Catalogue.of(database))
                .filteredOn(line -> !line.matches("(?s).*(others_|alembic|entity_type_check).*"))
                .isEqualTo(Catalogue.of(fresh));
    }

    @ParameterizedTest
    @EnumSource(StartingState.class)
    void aSecondRunChangesNothing(StartingState state, TestDatabase database) throws SQLException {
        state.in(database);
        Migrations.run(database.settings());
        var first = Catalogue.of(database);

        Migrations.run(database.settings());

        assertThat(Catalogue.of(database)).isEqualTo(first);
    }

    @Test
    void legacyPreferencesAreKeptAndRepaired(TestDatabase database) throws SQLException {
        StartingState.LEGACY.in(database);
        insertUser(
                database,
                "a-object",
                "'{\"preferred_name\": {\"value\": \"Mark\", \"confidence\": 0.9}}'");
        insertUser(database, "b-encoded-twice", "'\"{\\\"x\\\": 1}\"'");
        insertUser(database, "c-encoded-thrice", "'\"\\\"{\\\\\\\"x\\\\\\\": 2}\\\"\"'");
        insertUser(database, "d-sql-null", "NULL");
        insertUser(database, "e-json-null", "'null'");
        insertUser(database, "f-array-of-merge", "'[{\"x\": 1}, \"{\\\"y\\\": 2}\"]'");

        Migrations.run(database.settings());

        assertThat(Db.rows(database, ALL_PREFERENCES))
                .containsExactly(
                        "a-object | {\"preferred_name\": {\"value\": \"Mark\", \"confidence\":"
                                + " 0.9}}",
                        "b-encoded-twice | {\"x\": 1}",
                        "c-encoded-thrice | {\"x\": 2}",
                        "d-sql-null | {}",
                        "e-json-null | {}",
                        "f-array-of-merge | {\"x\": 1, \"y\": 2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "",
                "{\"a\": 1",
                "[]",
                "[1]",
                "[{\"x\": 1}, {\"x\": 2}]",
                "17",
                "true",
                "\"plain\"",
                "{\"a\": \"\\u0000\"}"
            })
    void aPreferenceThatIsNoObjectStopsTheMigrationAndIsNamed(String stored, TestDatabase database)
            throws SQLException {
        StartingState.LEGACY.in(database);
        insertUser(database, "good", "'{}'");
        insertUser(database, "bad-one", "'" + stored + "'");
        var before = Db.rows(database, ALL_PREFERENCES);

        assertThatThrownBy(() -> Migrations.run(database.settings()))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("1 of 2 rows")
                .hasMessageContaining("'bad-one'")
                .hasMessageNotContaining("'good'");

        assertThat(Db.rows(database, ALL_PREFERENCES)).isEqualTo(before);
        assertThat(preferencesType(database)).isEqualTo("text");
    }

    @Test
    void ofManyBadRowsTheFirstTwentyAreNamed(TestDatabase database) throws SQLException {
        StartingState.LEGACY.in(database);
        Db.execute(
                database,
                """
                INSERT INTO universal_users (universal_id, primary_username, preferences)
                SELECT 'user-' || lpad(n::text, 2, '0'), 'u', 'broken' FROM generate_series(1, 25) n
                """);

        assertThatThrownBy(() -> Migrations.run(database.settings()))
                .hasMessageContaining("25 of 25 rows")
                .hasMessageContaining("'user-20', ...")
                .hasMessageNotContaining("'user-21'");
    }

    @Test
    void afterTheRepairTheRefusedMigrationGoesThrough(TestDatabase database) throws SQLException {
        StartingState.LEGACY.in(database);
        insertUser(database, "bad", "'broken'");
        assertThatThrownBy(() -> Migrations.run(database.settings()))
                .isInstanceOf(MigrationRefused.class);

        Db.execute(database, "UPDATE universal_users SET preferences = '{}'");
        Migrations.run(database.settings());

        assertThat(preferencesType(database)).isEqualTo("jsonb");
    }

    @Test
    void lookUpsReadThroughLittleThatMergesPutAside(TestDatabase database) throws SQLException {
        Migrations.run(database.settings());

        assertThat(Db.rows(database, PENDING_LIST)).containsExactly("{gin_pending_list_limit=256}");
    }

    @Test
    void thePendingListOfTheServerCanBeHadBack(TestDatabase database)
            throws SQLException, IOException {
        Migrations.run(database.settings());

        Db.execute(database, undo("U11__short_pending_list.sql"));

        assertThat(Db.rows(database, PENDING_LIST)).containsExactly("-");
    }

    @Test
    void whatOlderRowsDoNotObeyStaysUnvalidatedAndBindsNewRows(TestDatabase database)
            throws SQLException {
        StartingState.CURRENT.in(database);
        insertUser(database, "older", "'{\"timezone\": \"somewhere\"}'");

        Migrations.run(database.settings());

        assertThat(Db.rows(database, "SELECT conname FROM pg_constraint WHERE NOT convalidated"))
                .containsExactly("universal_users_preferences_known_keys");
        assertThatThrownBy(() -> insertUser(database, "newer", "'{\"timezone\": \"somewhere\"}'"))
                .hasMessageContaining("universal_users_preferences_known_keys");
        assertThatThrownBy(() -> insertUser(database, "newer", "'[]'"))
                .hasMessageContaining("universal_users_preferences_object");
        insertUser(
                database,
                "newer",
                "'{\"timezone\": {\"value\": \"UTC\", \"confidence\": 1}, \"x\": 1}'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"language\": {\"value\": \"en\"}}",
                "{\"language\": {\"value\": \"en\", \"confidence\": 1.1}}",
                "{\"language\": {\"value\": \"en\", \"confidence\": \"0.5\"}}",
                "{\"language\": {\"confidence\": 0.5}}",
                "{\"language\": [\"en\"]}",
                "{\"language\": null}"
            })
    void aKnownKeyHoldsAValueAndAConfidence(String refused, TestDatabase database)
            throws SQLException {
        Migrations.run(database.settings());

        assertThatThrownBy(() -> insertUser(database, "u", "'" + refused + "'"))
                .hasMessageContaining("universal_users_preferences_known_keys");
    }

    @Test
    void replicasThatStartTogetherMigrateOnce(TestDatabase database) throws SQLException {
        StartingState.LEGACY.in(database);
        var replicas =
                java.util.stream.Stream.generate(() ->
                                CompletableFuture.runAsync(
                                        () -> Migrations.run(database.settings())))
                        .limit(3)
                        .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(replicas).join();

        assertThat(
                        Db.value(
                                database,
                                "SELECT count(*) - count(DISTINCT version) FROM"
                                    + " gleaner.gleaner_schema_history WHERE version ~ '^[1-9]'"))
                .isEqualTo("0");
    }

    @Test
    void aTransactionThatHoldsTheTableIsWaitedForWithoutLockingOthersOut(TestDatabase database)
            throws Exception {
        StartingState.LEGACY.in(database);
        try (var writer = database.connect()) {
            writer.setAutoCommit(false);
            Db.execute(writer, "LOCK TABLE universal_users IN ROW EXCLUSIVE MODE");
            var migration = CompletableFuture.runAsync(() -> Migrations.run(database.settings()));
            assertThatThrownBy(() -> migration.get(4, java.util.concurrent.TimeUnit.SECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            assertThat(Db.rows(database, "SELECT 1 FROM universal_users")).isEmpty();

            writer.commit();
            migration.get(30, java.util.concurrent.TimeUnit.SECONDS);
        }
        assertThat(preferencesType(database)).isEqualTo("jsonb");
    }

    @Test
    void aTableThatIsNeverLetGoEndsInARefusal(TestDatabase database) throws SQLException {
        StartingState.LEGACY.in(database);
        try (var writer = database.connect()) {
            writer.setAutoCommit(false);
            Db.execute(writer, "LOCK TABLE universal_users IN ROW EXCLUSIVE MODE");

            assertThatThrownBy(() -> Migrations.run(within(database, Duration.ofSeconds(5))))
                    .isInstanceOf(MigrationRefused.class)
                    .hasMessageContaining("PT5S");
        }
        assertThat(preferencesType(database)).isEqualTo("text");
    }

    @Test
    void theTypesThatAnOlderCheckTakesAreKnown(TestDatabase database) throws SQLException {
        Migrations.run(database.settings());
        var ask = "SELECT * FROM gleaner.accepted_entity_types('{food,pet,other}')";
        assertThat(Db.rows(database, ask)).containsExactly("food", "pet", "other");

        Db.execute(
                database,
                "ALTER TABLE fact_entities ADD CHECK (entity_type IN ('food', 'other')),"
                        + " ADD CHECK (length(entity_name) < 500)");

        assertThat(Db.rows(database, ask)).containsExactly("food", "other");
    }

    private static String preferencesType(TestDatabase database) throws SQLException {
        return Db.value(
                database,
                "SELECT data_type FROM information_schema.columns WHERE column_name ="
                        + " 'preferences'");
    }

    private static void insertUser(TestDatabase database, String id, String preferences)
            throws SQLException {
        Db.execute(
                database,
                "INSERT INTO universal_users (universal_id, primary_username, preferences) VALUES ('%s', 'u', %s)"
                        .formatted(id, preferences));
    }

    private static Settings.Postgres within(TestDatabase database, Duration limit) {
        var s = database.settings();
        return new Settings.Postgres(
                s.uri(),
                s.user(),
                s.password(),
                s.poolSize(),
                s.connectTimeout(),
                s.statementTimeout(),
                s.lockTimeout(),
                s.idleInTransactionTimeout(),
                limit,
                s.onlineAboveRows());
    }

    private static String undo(String name) throws IOException {
        try (var script = MigrationsIT.class.getResourceAsStream("/migrations/undo/" + name)) {
            return new String(
                    java.util.Objects.requireNonNull(script).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
