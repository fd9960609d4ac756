package gleaner;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.postgres.Db;
import gleaner.postgres.migration.AllRows;
import gleaner.postgres.migration.Migrations;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import gleaner.servers.TestSettings;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees of tidying. */
@RealServers
class TidyCommandIT {
    private TestDatabase database;
    private Command command;

    @BeforeEach
    void prepare(TestLog log, TestDatabase database) throws SQLException {
        this.database = database;
        var settings = TestSettings.on(log, log.topic(1), database).settings();
        Migrations.run(settings.postgres());
        command = Command.with(settings);
        Db.execute(
                database,
                """
                INSERT INTO universal_users (universal_id, primary_username) VALUES ('ann', 'Ann');
                INSERT INTO fact_entities (entity_type, entity_name) VALUES ('food', 'Pizza'), ('food', 'pizzas');
                INSERT INTO user_fact_relationships (user_id, entity_id, relationship_type)
                SELECT 'ann', id, 'likes' FROM fact_entities;
                """);
    }

    @Test
    void withoutApplyNothingChangesAndWhatWouldIsShown() throws SQLException {
        var before = AllRows.of(database);

        var changes = command.change("tidy");

        assertThat(changes)
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.getString("kept")).isEqualTo("Pizza");
                    assertThat(group.getString("merged")).isEqualTo("pizzas");
                    assertThat(group.getInteger("facts")).isEqualTo(2);
                    assertThat(group.getInteger("left")).isZero();
                });
        assertThat(AllRows.of(database)).isEqualTo(before);
        assertThat(command.call("tidy").out()).contains("Nothing was changed", "--apply");
    }

    @Test
    void whatWasMergedStandsInTheAuditAndTheSecondTimeThereIsNothing() throws SQLException {
        assertThat(command.change("tidy", "--apply")).hasSize(1);

        assertThat(Db.rows(database, "SELECT entity_name FROM fact_entities"))
                .containsExactly("Pizza");
        assertThat(
                        Db.rows(
                                database,
                                "SELECT command, counts->>'entities', counts->>'facts',"
                                        + " arguments ? 'run' FROM gleaner.audit"))
                .containsExactly("tidy | 1 | 2 | t");
        assertThat(command.change("tidy", "--apply")).isEmpty();
        assertThat(Db.rows(database, "SELECT FROM gleaner.audit")).hasSize(1);
    }
}
