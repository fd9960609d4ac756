package gleaner.postgres;

import gleaner.config.Secret;
import gleaner.config.Settings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.Flyway;
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

    /** Tries until it works, fails for good, or the caller gives up and interrupts. */
    private static void migrate(Settings.Postgres settings) {
        var flyway = flyway(settings);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                flyway.migrate();
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

    private static Flyway flyway(Settings.Postgres settings) {
        var password = Optional.ofNullable(settings.password()).map(Secret::reveal).orElse("");
        return Flyway.configure()
                .dataSource("jdbc:" + settings.uri(), settings.user(), password)
                .jdbcProperties(
                        Map.of(
                                "ApplicationName",
                                "gleaner migrations",
                                "connectTimeout",
                                Long.toString(Math.max(1, settings.connectTimeout().toSeconds()))))
                .locations("classpath:migrations")
                .defaultSchema("gleaner")
                .table("gleaner_schema_history")
                // A schema of the name that is not empty was not made by us; V1 is to run in any
                // case.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // A replica of an older version lives on beside a newer schema.
                .ignoreMigrationPatterns("*:future")
                // V2 can be undone alone, and then be run again below the others.
                .outOfOrder(true)
                .lockRetryCount(-1)
                .validateMigrationNaming(false)
                .load();
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
