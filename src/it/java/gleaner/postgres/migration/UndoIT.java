package gleaner.postgres.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.postgres.Db;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions that are taken back. */
@RealServers
class UndoIT {
    private static final String DOCUMENTS =
            "SELECT universal_id, coalesce(preferences::text, '{}')::jsonb FROM universal_users"
                    + " ORDER BY 1";

    @ParameterizedTest
    @ValueSource(strings = {"2", "4", "9", "10", "11", "12"})
    void undoneAndDoneAgainItIsTheSameAndEveryRowIsKept(String version, TestDatabase database)
            throws SQLException {
        StartingState.LEGACY.withRowsIn(database);
        Migrations.run(database.settings());
        var done = Catalogue.of(database);
        var rows = AllRows.of(database);

        undo(database, version);
        var undone = Catalogue.of(database);
        assertThat(undone).isNotEqualTo(done);
        assertThat(AllRows.of(database)).isEqualTo(rows);

        Migrations.run(database.settings());
        assertThat(Catalogue.of(database)).isEqualTo(done);
        undo(database, version);
        assertThat(Catalogue.of(database)).isEqualTo(undone);
        assertThat(AllRows.of(database)).isEqualTo(rows);
    }

    @Test
    void theColumnIsTextAgainWithItsDefaultAndWithoutItsIndexes(TestDatabase database)
            throws SQLException {
        StartingState.LEGACY.withRowsIn(database);
        var before =
                Catalogue.of(database).stream().filter(l -> l.contains("universal_users")).toList();
        Migrations.run(database.settings());

        undo(database, "2");

        assertThat(Catalogue.of(database))
                .containsAll(
                        before.stream().filter(l -> !l.contains("CURRENT_TIMESTAMP")).toList());
        Db.execute(
                database,
                "INSERT INTO universal_users (universal_id, primary_username) VALUES ('new', 'u')");
        assertThat(
                        Db.value(
                                database,
                                "SELECT preferences FROM universal_users WHERE universal_id ="
                                        + " 'new'"))
                .isEqualTo("{}");
    }

    @Test
    void beforeTheFinishTheOldColumnComesBackAsItWas(TestDatabase database) throws SQLException {
        LegacyUsers.in(database, LegacyUsers.MANY);
        var texts =
                Db.rows(
                        database,
                        "SELECT universal_id, preferences FROM universal_users ORDER BY 1");
        Migrations.run(LegacyUsers.settings(database));

        undo(database, "2");

        assertThat(
                        Db.rows(
                                database,
                                "SELECT universal_id, preferences FROM universal_users ORDER BY 1"))
                .isEqualTo(texts);
    }

    @Test
    void whatWasWrittenSinceTheConversionIsKeptEitherWay(TestDatabase database)
            throws SQLException {
        LegacyUsers.in(database, LegacyUsers.MANY);
        Migrations.run(LegacyUsers.settings(database));
        Db.execute(
                database,
                "UPDATE universal_users SET preferences = preferences || '{\"since\": 1}' WHERE"
                        + " universal_id < 'user-2'");
        var documents = Db.rows(database, DOCUMENTS);

        undo(database, "2");
        assertThat(Db.rows(database, DOCUMENTS)).isEqualTo(documents);

        Migrations.run(LegacyUsers.settings(database));
        Migrations.finish(LegacyUsers.settings(database));
        undo(database, "2");
        assertThat(Db.rows(database, DOCUMENTS)).isEqualTo(documents);
    }

    @Test
    void aConversionThatWasOnlyBegunCanBeTakenBack(TestDatabase database) throws SQLException {
        LegacyUsers.in(database, LegacyUsers.MANY);
        var before = Catalogue.of(database);
        assertThatThrownBy(() ->
                        Migrations.run(
                                LegacyUsers.settings(database),
                                progress -> {
                                    throw new SQLException("ended on purpose");
                                }))
                .isInstanceOf(MigrationRefused.class);
        assertThat(Migrations.conversion(database.settings())).isEqualTo(Conversion.BEGUN);

        undo(database, "2");

        assertThat(Catalogue.of(database)).isEqualTo(before);
    }

    @Test
    void nothingIsTakenBackWhileAWorkerHoldsClaims(TestDatabase database) throws SQLException {
        Migrations.run(database.settings());
        Db.execute(
                database,
                """
                INSERT INTO gleaner.partition_progress (topic, partition, next_offset, claimed_offset, owner, clean)
                VALUES ('events', 3, 7, 7, 'somebody', false)
                """);
        var before = Catalogue.of(database);

        assertThatThrownBy(() -> undo(database, "2"))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("events/3 by somebody");

        assertThat(Catalogue.of(database)).isEqualTo(before);
        Db.execute(database, "UPDATE gleaner.partition_progress SET owner = NULL, clean = true");
        undo(database, "2");
        assertThat(Catalogue.of(database)).isNotEqualTo(before);
    }

    @Test
    void whatHoldsDataHasNoWayBack(TestDatabase database) {
        Migrations.run(database.settings());

        assertThatThrownBy(() -> undo(database, "5"))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("no way back from V5");
        assertThatThrownBy(() -> undo(database, "77")).hasMessageContaining("V77 is not applied");
    }

    @Test
    void withoutAVersionTheNewestIsMeant(TestDatabase database) {
        assertThatThrownBy(() -> Migrations.undo(database.settings(), Optional.empty()))
                .hasMessageContaining("no version is applied");
        Migrations.run(database.settings());
        var newest = Migrations.status(database.settings()).getLast().version();

        assertThat(Migrations.undo(database.settings(), Optional.empty())).containsExactly(newest);
    }

    private static void undo(TestDatabase database, String version) {
        Migrations.undo(database.settings(), Optional.of(version));
    }
}
