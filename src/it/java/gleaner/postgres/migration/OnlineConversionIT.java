package gleaner.postgres.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.postgres.Db;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A large table on its way from TEXT to JSONB. */
@RealServers
class OnlineConversionIT {
    private static final String DOCUMENTS =
            "SELECT universal_id, coalesce(preferences::text, '{}')::jsonb FROM universal_users"
                    + " ORDER BY 1";

    /** Without changing the preferences: the trigger does not fill them. */
    private static final String HOLD_THE_LAST =
            "SELECT FROM universal_users WHERE universal_id = 'user-2999' FOR UPDATE";

    @BeforeEach
    void manyUsers(TestDatabase database) throws SQLException {
        LegacyUsers.in(database, LegacyUsers.MANY);
    }

    @Test
    void everyRowIsKeptAndTheEndIsTheSameSchema(TestDatabase database, TestDatabase fresh)
            throws SQLException {
        var before = Db.rows(database, DOCUMENTS);

        migrate(database);

        assertThat(Db.rows(database, DOCUMENTS)).isEqualTo(before);
        assertThat(type(database, "preferences")).isEqualTo("jsonb");
        assertThat(Migrations.finish(settings(database))).isTrue();
        assertThat(Db.rows(database, DOCUMENTS)).isEqualTo(before);
        Migrations.run(fresh.settings());
        assertThat(Catalogue.of(database)).isEqualTo(Catalogue.of(fresh));
    }

    @Test
    void theOldColumnIsKeptAsItWasUntilTheFinish(TestDatabase database) throws SQLException {
        var before =
                Db.rows(
                        database,
                        "SELECT universal_id, preferences FROM universal_users ORDER BY 1");

        migrate(database);

        assertThat(
                        Db.rows(
                                database,
                                "SELECT universal_id, preferences_text FROM universal_users ORDER"
                                        + " BY 1"))
                .isEqualTo(before);
        assertThat(Migrations.finish(settings(database))).isTrue();
        assertThat(Migrations.finish(settings(database))).isFalse();
        assertThat(type(database, "preferences_text")).isNull();
    }

    @Test
    void whoeverWritesEitherColumnAfterTheSwapWritesBoth(TestDatabase database)
            throws SQLException {
        migrate(database);
        Db.execute(
                database,
                """
                UPDATE universal_users SET preferences = preferences || '{"a": 1}' WHERE universal_id = 'user-5';
                UPDATE universal_users SET preferences_text = '{"b": 2}' WHERE universal_id = 'user-10';
                UPDATE universal_users SET preferences_text = '"{\\"c\\": 3}"' WHERE universal_id = 'user-15';
                INSERT INTO universal_users (universal_id, primary_username, preferences) VALUES ('new-1', 'u', '{"d": 4}');
                INSERT INTO universal_users (universal_id, primary_username, preferences_text) VALUES ('new-2', 'u', '{"e": 5}');
                INSERT INTO universal_users (universal_id, primary_username) VALUES ('new-3', 'u');
                """);

        assertThat(
                        Db.rows(
                                database,
                                """
                                SELECT universal_id, preferences, preferences_text FROM universal_users
                                 WHERE universal_id IN ('user-5', 'user-10', 'user-15') OR universal_id LIKE 'new%'
                                 ORDER BY 1
                                """))
                .containsExactly(
                        "new-1 | {\"d\": 4} | {\"d\": 4}",
                        "new-2 | {\"e\": 5} | {\"e\": 5}",
                        "new-3 | {} | {}",
                        "user-10 | {\"b\": 2} | {\"b\": 2}",
                        "user-15 | {\"c\": 3} | \"{\\\"c\\\": 3}\"",
                        "user-5 | {\"a\": 1} | {\"a\": 1}");
        assertThatThrownBy(() ->
                        Db.execute(database, "UPDATE universal_users SET preferences_text = 'no'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void endedInTheMiddleItGoesOnAndTouchesNoRowTwice(TestDatabase database) throws SQLException {
        endInTheMiddle(database);
        assertThat(type(database, "preferences")).isEqualTo("text");
        var filled =
                Db.rows(
                        database,
                        "SELECT universal_id, xmin FROM universal_users WHERE preferences_jsonb IS"
                                + " NOT NULL ORDER BY 1");
        assertThat(filled).isNotEmpty().hasSizeLessThan(LegacyUsers.MANY);

        migrate(database);

        assertThat(Db.rows(database, "SELECT universal_id, xmin FROM universal_users ORDER BY 1"))
                .hasSize(LegacyUsers.MANY)
                .containsAll(filled);
    }

    @Test
    void inTheMiddleBothColumnsAreKeptByWhoeverWritesOne(TestDatabase database)
            throws SQLException {
        endInTheMiddle(database);
        Db.execute(
                database,
                """
                UPDATE universal_users SET preferences = '{"old": 1}' WHERE universal_id = 'user-1';
                UPDATE universal_users SET preferences = '{"old": 1}' WHERE universal_id = 'user-2999';
                UPDATE universal_users SET preferences_jsonb = '{"new": 2}' WHERE universal_id = 'user-2';
                UPDATE universal_users SET last_active = now() WHERE universal_id = 'user-2998';
                INSERT INTO universal_users (universal_id, primary_username, preferences) VALUES ('new-1', 'u', '{"old": 3}');
                INSERT INTO universal_users (universal_id, primary_username, preferences_jsonb) VALUES ('new-2', 'u', '{"new": 4}');
                INSERT INTO universal_users (universal_id, primary_username) VALUES ('new-3', 'u');
                """);
        var expected = Db.rows(database, DOCUMENTS);
        assertThat(expected)
                .contains("user-1 | {\"old\": 1}", "user-2 | {\"new\": 2}", "new-2 | {\"new\": 4}");

        migrate(database);

        assertThat(Db.rows(database, DOCUMENTS)).isEqualTo(expected);
    }

    @Test
    void aRowThatHoldsNoObjectStopsItBeforeAnythingIsChanged(TestDatabase database)
            throws SQLException {
        Db.execute(
                database,
                "UPDATE universal_users SET preferences = 'broken' WHERE universal_id IN ('user-3',"
                        + " 'user-4')");
        var before = Catalogue.of(database);

        assertThatThrownBy(() -> migrate(database))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("2 of 3000 rows")
                .hasMessageContaining("'user-3', 'user-4'");

        assertThat(Catalogue.of(database)).isEqualTo(before);
    }

    @Test
    void aRowThatIsBrokenMeanwhileRefusesNobodyAndIsNamedAtTheEnd(TestDatabase database)
            throws SQLException {
        assertThatThrownBy(() ->
                        Migrations.run(
                                settings(database),
                                progress ->
                                        Db.execute(
                                                database,
                                                "UPDATE universal_users SET preferences = 'broken'"
                                                        + " WHERE universal_id = 'user-9'")))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("1 of 3000 rows")
                .hasMessageContaining("'user-9'");
        assertThat(type(database, "preferences")).isEqualTo("text");

        Db.execute(
                database,
                "UPDATE universal_users SET preferences = '{}' WHERE universal_id = 'user-9'");
        migrate(database);
        assertThat(type(database, "preferences")).isEqualTo("jsonb");
    }

    @Test
    void whatHangsOnTheColumnIsNamedAndNothingIsChanged(TestDatabase database) throws SQLException {
        Db.execute(
                database,
                "CREATE VIEW names AS SELECT universal_id, preferences FROM universal_users");
        var before = Catalogue.of(database);

        assertThatThrownBy(() -> migrate(database))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("view names");

        assertThat(Catalogue.of(database)).isEqualTo(before);
    }

    @Test
    void triggersOfOthersDoNotRunForWhatIsCopied(TestDatabase database) throws SQLException {
        Db.execute(
                database,
                """
                UPDATE universal_users SET last_active = '2001-01-01';
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql
                    AS $$ BEGIN NEW.last_active = now(); RETURN NEW; END $$;
                CREATE TRIGGER touch BEFORE UPDATE ON universal_users FOR EACH ROW EXECUTE FUNCTION touch();
                """);

        migrate(database);

        assertThat(Db.rows(database, "SELECT DISTINCT last_active FROM universal_users"))
                .containsExactly("2001-01-01 00:00:00");
    }

    @Test
    void aRowThatSomebodyHoldsIsFilledWhenItIsLetGo(TestDatabase database) throws Exception {
        try (var other = database.connect()) {
            other.setAutoCommit(false);
            var shares = new ArrayList<Double>();
            Migrations.run(
                    settings(database),
                    progress -> {
                        if (shares.isEmpty()) {
                            Db.execute(other, HOLD_THE_LAST);
                        }
                        shares.add(progress.share());
                        if (progress.share() == 1) {
                            other.commit();
                        }
                    });
            assertThat(shares).isSorted().endsWith(1.0).hasSizeGreaterThan(1);
        }
        assertThat(
                        Db.value(
                                database,
                                "SELECT preferences FROM universal_users WHERE universal_id ="
                                        + " 'user-2999'"))
                .contains("N2999");
        assertThat(type(database, "preferences")).isEqualTo("jsonb");
    }

    @Test
    void aTableThatIsNotLargeIsConvertedInOneGo(TestDatabase database) throws SQLException {
        Migrations.run(database.settings());

        assertThat(type(database, "preferences")).isEqualTo("jsonb");
        assertThat(type(database, "preferences_text")).isNull();
    }

    @Test
    void rowsThatBreakARuleLeaveItUnvalidatedAlsoInALargeTable(TestDatabase database)
            throws SQLException {
        Db.execute(
                database,
                "UPDATE universal_users SET preferences = '{\"timezone\": \"x\"}' WHERE"
                        + " universal_id = 'user-1'");

        migrate(database);

        assertThat(Db.rows(database, "SELECT conname FROM pg_constraint WHERE NOT convalidated"))
                .containsExactly("universal_users_preferences_known_keys");
    }

    private static void endInTheMiddle(TestDatabase database) {
        assertThatThrownBy(() ->
                        Migrations.run(
                                settings(database),
                                progress -> {
                                    if (progress.share() > 0.3) {
                                        throw new SQLException("ended on purpose");
                                    }
                                }))
                .isInstanceOf(MigrationRefused.class);
    }

    private static void migrate(TestDatabase database) {
        Migrations.run(settings(database));
    }

    private static gleaner.config.Settings.Postgres settings(TestDatabase database) {
        return LegacyUsers.settings(database);
    }

    private static @org.jspecify.annotations.Nullable String type(
            TestDatabase database, String column) throws SQLException {
        List<String> found =
                Db.rows(
                        database,
                        "SELECT data_type FROM information_schema.columns WHERE table_name ="
                                + " 'universal_users' AND column_name = '"
                                + column
                                + "'");
        return found.isEmpty() ? null : found.getFirst();
    }
}
