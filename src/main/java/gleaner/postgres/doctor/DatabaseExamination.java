package gleaner.postgres.doctor;

import gleaner.config.Settings;
import gleaner.doctor.Finding;
import gleaner.event.Partition;
import gleaner.postgres.Jdbc;
import gleaner.postgres.migration.MigrationRefused;
import gleaner.postgres.migration.Migrations;
import gleaner.postgres.migration.PreferenceReading;
import gleaner.postgres.tidy.Sameness;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that is looked at in a database. Changes nothing: each statement is a transaction of
 * its own that may not write, and locks nobody out.
 *
 * @param findings of all checks; first those about what breaks a worker, or another program, later
 * @param positions where the partitions stand that a worker had
 */
public record DatabaseExamination(List<Finding> findings, Map<Partition, Long> positions) {
    private static final String POSITIONS =
            "SELECT topic, partition, next_offset FROM gleaner.partition_progress";

    /** Names only, and no values, in what PostgreSQL says: rights, missing things. */
    private static final String ABOUT_NAMES = "42";

    public DatabaseExamination {
        findings = List.copyOf(findings);
        positions = Map.copyOf(positions);
    }

    /**
     * Connects and looks.
     *
     * @param sameness which entities are one
     */
    public static DatabaseExamination of(Settings.Postgres settings, Sameness sameness) {
        try (var database = Jdbc.connect(settings, "gleaner doctor")) {
            var findings = new ArrayList<Finding>();
            var canRead = prepare(database, findings);
            database.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
            var schema = Schema.of(database, Migrations.status(settings));
            for (var check : checks(settings, canRead, sameness)) {
                findings.addAll(look(check, database, schema));
            }
            return new DatabaseExamination(findings, positions(database, schema));
        } catch (SQLException | MigrationRefused away) {
            return new DatabaseExamination(
                    List.of(
                            Finding.blocks(
                                    "postgres.connection",
                                    "the database does not answer: " + away.getMessage(),
                                    "Look at postgres.uri, user and password, and whether the"
                                            + " server lets this machine in.")),
                    Map.of());
        }
    }

    private static List<DatabaseCheck> checks(
            Settings.Postgres settings, boolean canRead, Sameness sameness) {
        var checks = new ArrayList<DatabaseCheck>();
        if (canRead) {
            checks.addAll(
                    List.of(new BrokenRulesCheck(), new LongNamesCheck(), new UnreadableCheck()));
        }
        checks.addAll(
                List.of(
                        new UnvalidatedCheck(),
                        new DependentsCheck(),
                        new FunctionsCheck(),
                        new UniqueKeysCheck(),
                        new UnfilledColumnsCheck(),
                        new ClaimsCheck(),
                        new StateCheck(),
                        new RightsCheck(),
                        new ExtensionsCheck(),
                        new ServerCheck(),
                        new EntityTypesCheck(),
                        new ConversionCheck(),
                        new PendingCheck(settings),
                        new LeftoversCheck(),
                        new DuplicatesCheck(sameness),
                        new SizesCheck()));
        return checks;
    }

    /** Makes the functions that read a document; they go with the connection. */
    private static boolean prepare(Jdbc database, List<Finding> findings) {
        try {
            PreferenceReading.makeIn(database);
            return true;
        } catch (SQLException refused) {
            findings.add(
                    Finding.asks(
                            "preferences",
                            "the contents of preferences could not be looked at: " + told(refused),
                            "Let this role make temporary functions (GRANT TEMPORARY on the"
                                    + " database), and look again."));
            return false;
        }
    }

    private static List<Finding> look(DatabaseCheck check, Jdbc database, Schema schema) {
        try {
            return check.in(database, schema);
        } catch (SQLException refused) {
            return List.of(
                    Finding.asks(
                            "postgres.look",
                            check.getClass().getSimpleName() + " could not look: " + told(refused),
                            "Mend what it names, and look again."));
        }
    }

    private static String told(SQLException refused) {
        var state = String.valueOf(refused.getSQLState());
        return state.startsWith(ABOUT_NAMES)
                ? String.valueOf(refused.getMessage())
                : "SQLSTATE " + state;
    }

    private static Map<Partition, Long> positions(Jdbc database, Schema schema)
            throws SQLException {
        var positions = new TreeMap<Partition, Long>();
        if (schema.has("partition_progress")) {
            database.rows(
                    POSITIONS,
                    row ->
                            positions.put(
                                    new Partition(row.getString(1), row.getInt(2)),
                                    row.getLong(3)));
        }
        return positions;
    }
}
