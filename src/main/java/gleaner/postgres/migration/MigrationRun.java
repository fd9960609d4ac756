package gleaner.postgres.migration;

import gleaner.config.Settings;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One replica's way to the schema of this version: on a thread of its own, since what blocks in a
 * driver cannot be given up otherwise, and with an end to its patience, which begins anew whenever
 * it, or the replica that it waits for, gets on.
 */
final class MigrationRun {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationRun.class);

    /** Lock not available; shutting down or starting up; connection lost or refused; too many. */
    private static final Set<String> PASSING =
            Set.of("55P03", "40P01", "57P01", "57P02", "57P03", "08001", "08003", "08006", "53300");

    /** Those of them that tell of a database that is there. */
    private static final Set<String> TAKEN = Set.of("55P03", "40P01");

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Between two looks at how far a long statement is. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final int PERCENT = 100;

    private final Settings.Postgres settings;
    private final ProgressListener listener;
    private final Patience patience;

    /** Why the database cannot be reached just now; null while it answers. */
    private volatile @Nullable String away = "the database has not answered yet";

    private @Nullable String told;

    MigrationRun(Settings.Postgres settings, ProgressListener listener) {
        this.settings = settings;
        this.listener = listener;
        this.patience = new Patience(settings.migrationTimeout());
    }

    /** Blocks until it is done; throws {@link MigrationRefused} where it cannot be. */
    void await() {
        var migration =
                new FutureTask<@Nullable Void>(() -> {
                    migrate();
                    return null;
                });
        Thread.ofPlatform().daemon().name("migrations").start(migration);
        try {
            await(migration);
        } catch (TimeoutException e) {
            throw new MigrationRefused(
                    "the migrations did not get on for "
                            + settings.migrationTimeout()
                            + " (postgres.migration-timeout): "
                            + (away == null
                                    ? "another process holds the migration lock, or long"
                                            + " transactions hold the tables"
                                    : away),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationRefused("interrupted while migrating", e);
        } catch (ExecutionException e) {
            throw Failures.refused(e.getCause() == null ? e : e.getCause());
        } finally {
            migration.cancel(true);
        }
    }

    private void await(FutureTask<?> migration)
            throws ExecutionException, InterruptedException, TimeoutException {
        var howFar = List.<String>of();
        while (true) {
            try {
                migration.get(shorter(LOOK, patience.left()).toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                var now = howFar();
                if (!now.isEmpty() && !now.equals(howFar)) {
                    howFar = now;
                    patience.begin();
                } else if (!patience.left().isPositive()) {
                    throw e;
                }
            }
        }
    }

    /**
     * A statement that builds an index for an hour tells nobody here that it gets on, but the
     * server does.
     */
    private List<String> howFar() {
        try (var database = Jdbc.connect(settings, "gleaner migrations, looking")) {
            return MigrationLock.owner(database);
        } catch (SQLException away) {
            return List.of();
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** Tries until it works, fails for good, or the caller gives up and interrupts. */
    private void migrate() throws SQLException, InterruptedException {
        while (true) {
            try {
                migrateOnce();
                return;
            } catch (SQLException | FlywayException e) {
                var sqlState = Failures.sqlState(e).orElse("");
                if (!PASSING.contains(sqlState)) {
                    throw e;
                }
                waitFor(sqlState, Failures.told(e));
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Told once for each reason, though it is tried twice a second. */
    private void waitFor(String sqlState, String reason) {
        away = TAKEN.contains(sqlState) ? null : reason;
        if (!reason.equals(told)) {
            told = reason;
            LOG.atWarn()
                    .addKeyValue("sqlstate", sqlState)
                    .addKeyValue("reason", reason)
                    .log("migration has to wait; trying again");
        }
    }

    private void migrateOnce() throws SQLException, InterruptedException {
        var history = new SchemaHistory(settings);
        var pending = history.pending();
        away = null;
        if (pending.isEmpty()) {
            history.migrate();
            return;
        }
        try (var database = Jdbc.connect(settings, "gleaner migrations")) {
            MigrationLock.take(database, patience);
            new Preparation(database, history.pending(), settings.onlineAboveRows())
                    .run(progress -> gotOn(database, progress));
            history.migrate();
        }
    }

    private void gotOn(Jdbc database, Progress progress) throws SQLException {
        patience.begin();
        MigrationLock.tell(
                database, progress.step() + ", " + Math.round(progress.share() * PERCENT) + " %");
        listener.isAt(progress);
    }
}
