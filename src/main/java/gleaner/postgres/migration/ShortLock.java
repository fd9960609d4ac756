package gleaner.postgres.migration;

import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Runs changes of the catalogue that need a table for themselves for a moment. Everybody else waits
 * behind the one who waits for such a lock; so it is waited for so shortly that nobody feels it,
 * and asked for again and again.
 */
final class ShortLock {
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Lock not available; deadlock. */
    private static final Set<String> TAKEN = Set.of("55P03", "40P01");

    private final Jdbc database;
    private final RandomGenerator chance;

    ShortLock(Jdbc database, RandomGenerator chance) {
        this.database = database;
        this.chance = chance;
    }

    /**
     * Runs statements in one transaction, as often as it takes; gives how long the last one took.
     */
    Duration run(String sql) throws SQLException, InterruptedException {
        return run(() -> database.execute(sql));
    }

    /** As {@link #run(String)}, for more than statements without parameters. */
    Duration run(Jdbc.Work work) throws SQLException, InterruptedException {
        while (true) {
            var begin = System.nanoTime();
            try {
                database.inTransaction(() -> {
                    database.execute("SET LOCAL lock_timeout = " + PATIENCE.toMillis());
                    work.run();
                });
                return Duration.ofNanos(System.nanoTime() - begin);
            } catch (SQLException e) {
                if (!TAKEN.contains(e.getSQLState())) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE.plusMillis(chance.nextLong(PAUSE.toMillis())));
        }
    }
}
