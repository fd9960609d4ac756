package gleaner.postgres.migration;

import gleaner.config.Settings;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database to the schema of this version, before anything else uses it. Blocks.
 *
 * <p>Of replicas that start together one migrates, and the others wait for it. A migration that
 * cannot get its table lock within seconds lets go, so that it never holds up the programs that
 * read the table, and tries again. What would take long under a lock is done beside the running
 * programs first.
 */
public final class Migrations {
    private Migrations() {}

    /**
     * Migrates, or finds that there is nothing to do; tells the log how far it is.
     *
     * @throws MigrationRefused where it could not
     */
    public static void run(Settings.Postgres settings) {
        run(settings, new LoggedProgress());
    }

    /**
     * Migrates, or finds that there is nothing to do.
     *
     * @throws MigrationRefused where it could not
     */
    public static void run(Settings.Postgres settings, ProgressListener progress) {
        new MigrationRun(settings, progress).await();
    }

    /**
     * Drops the column that {@link #run} kept when it converted a large table.
     *
     * @return whether there was one
     * @throws MigrationRefused where it could not
     */
    public static boolean finish(Settings.Postgres settings) {
        return asked(() -> Finish.run(settings));
    }

    /**
     * Takes a version back, and first those that stand on it. All data are kept.
     *
     * @param version the newest one where none is named
     * @return what was taken back, in order
     * @throws MigrationRefused where it cannot be, or a worker holds claims
     */
    public static List<String> undo(Settings.Postgres settings, Optional<String> version) {
        return asked(() -> new Undo(settings).run(version));
    }

    /**
     * What {@link #undo} would send, word for word.
     *
     * @throws MigrationRefused where it cannot be taken back
     */
    public static List<PlannedScript> planUndo(
            Settings.Postgres settings, Optional<String> version) {
        return asked(() -> planned(new Undo(settings).plan(version)));
    }

    /**
     * Every version, applied or not, the first one first.
     *
     * @throws MigrationRefused where the database does not answer
     */
    public static List<MigrationStatus> status(Settings.Postgres settings) {
        return asked(() -> new SchemaHistory(settings).versions());
    }

    /**
     * What {@link #run} would send, word for word.
     *
     * @throws MigrationRefused where the database does not answer
     */
    public static List<PlannedScript> plan(Settings.Postgres settings) {
        return asked(() -> {
            var pending = new SchemaHistory(settings).pending();
            try (var database = Jdbc.connect(settings, "gleaner migrations")) {
                var scripts =
                        new ArrayList<>(
                                new Preparation(database, pending, settings.onlineAboveRows())
                                        .plan());
                scripts.addAll(planned(pending));
                return scripts;
            }
        });
    }

    /**
     * What {@link #run} is expected to do to tables that others use.
     *
     * @throws MigrationRefused where the database does not answer
     */
    public static List<ExpectedWork> expectations(Settings.Postgres settings) {
        return asked(() -> {
            var pending = new SchemaHistory(settings).pending();
            try (var database = Jdbc.connect(settings, "gleaner migrations")) {
                return new Expectations(
                                database,
                                new Preparation(database, pending, settings.onlineAboveRows()))
                        .of(pending);
            }
        });
    }

    /**
     * How far the conversion of a large table is.
     *
     * @throws MigrationRefused where the database does not answer
     */
    public static Conversion conversion(Settings.Postgres settings) {
        return asked(() -> {
            try (var database = Jdbc.connect(settings, "gleaner migrations")) {
                return Conversion.in(database);
            }
        });
    }

    private static List<PlannedScript> planned(List<Script> scripts) {
        return scripts.stream().map(Script::planned).toList();
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.answer();
        } catch (SQLException | FlywayException e) {
            throw Failures.refused(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationRefused("interrupted while migrating", e);
        }
    }

    /** What is asked of a database, with the ways in which the answer can fail. */
    private interface Question<T> {
        T answer() throws SQLException, InterruptedException;
    }
}
