package gleaner.postgres.migration;

import gleaner.config.Settings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to the schema of this version, before anything else uses it. Blocks.
 *
 * <p>Replicas that start together queue for Flyway's lock, without end, but under a deadline of our
 * own. A migration that cannot get its table lock within seconds lets go, so that it never holds up
 * the programs that read the table, and tries again.
 */
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    /** Raised by a migration that found rows it must not convert. */
    private static final String REFUSED_ROWS = "GL001";

    /** Lock not available; shutting down or starting up; connection lost or refused; too many. */
    private static final Set<String> PASSING =
            Set.of("55P03", "40P01", "57P01", "57P02", "57P03", "08001", "08003", "08006", "53300");

    private static final Duration PAUSE = Duration.ofMillis(500);

    private Migrations() {}

    /**
     * Migrates, or finds that there is nothing to do.
     *
     * @throws MigrationRefused where it could not; the database is then as it was
     */
    public static void run(Settings.Postgres settings) {
        var limit = settings.migrationTimeout();
        var migration = new FutureTask<>(() -> migrate(settings), null);
        Thread.ofPlatform().daemon().name("migrations").start(migration);
        try {
            migration.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            migration.cancel(true);
            throw new MigrationRefused(
                    "the migrations did not end within "
                            + limit
                            + " (migrationTimeout): another process holds the migration lock, or"
                            + " long transactions hold the tables",
                    e);
        } catch (InterruptedException | CancellationException e) {
            migration.cancel(true);
            Thread.currentThread().interrupt();
            throw new MigrationRefused("interrupted while migrating", e);
        } catch (ExecutionException e) {
            throw refused(e.getCause() == null ? e : e.getCause());
        }
    }

    /**
     * Every version, applied or not, the first one first.
     *
     * @throws MigrationRefused where the database does not answer
     */
    public static List<MigrationStatus> status(Settings.Postgres settings) {
        try {
            return new SchemaHistory(settings).versions();
        } catch (FlywayException e) {
            throw refused(e);
        }
    }

    /**
     * What {@link #run} would send, word for word.
     *
     * @throws MigrationRefused where the database does not answer
     */
    public static List<PlannedScript> plan(Settings.Postgres settings) {
        try {
            return new SchemaHistory(settings)
                    .pending().stream()
                            .map(script -> new PlannedScript(script.name(), script.statements()))
                            .toList();
        } catch (FlywayException e) {
            throw refused(e);
        }
    }

    /** Tries until it works, fails for good, or the caller gives up and interrupts. */
    private static void migrate(Settings.Postgres settings) {
        var history = new SchemaHistory(settings);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                history.migrate();
                return;
            } catch (FlywayException e) {
                var sqlState = sqlState(e);
                if (sqlState.filter(PASSING::contains).isEmpty()) {
                    throw e;
                }
                LOG.atInfo()
                        .addKeyValue("sqlstate", sqlState.orElseThrow())
                        .log("migration has to wait; trying again");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    private static MigrationRefused refused(Throwable failure) {
        var database = sqlException(failure);
        var message =
                database.filter(e -> REFUSED_ROWS.equals(e.getSQLState()))
                        .map(Throwable::getMessage)
                        .orElse(failure.getMessage());
        return new MigrationRefused("the database was not migrated: " + message, failure);
    }

    private static Optional<String> sqlState(Throwable failure) {
        return sqlException(failure).map(SQLException::getSQLState);
    }

    private static Optional<SQLException> sqlException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
