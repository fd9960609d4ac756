package gleaner.postgres.migration;

import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Fills the new column, a stretch of the table at a time, each in a transaction of its own. It can
 * be ended at any moment and begun again: what is filled is passed over.
 *
 * <p>It never waits for a row, so it can be part of no deadlock; rows that others hold are left for
 * a later round. What others write meanwhile fills the column by the trigger, so one walk from the
 * first block to what was the last one at the beginning meets everything else.
 */
final class BackFill {
    private static final String STEP = "filling preferences as JSONB";

    /** How long rows may be held: longer stretches are halved, much shorter ones doubled. */
    private static final Duration LONGEST = Duration.ofMillis(200);

    private static final long FIRST_STRETCH = 64;
    private static final long LONGEST_STRETCH = 8_192;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final String SIZE =
            """
            SELECT pg_relation_size('public.universal_users') / current_setting('block_size')::int
            """;

    private static final String ROWS = "SELECT count(*) FROM public.universal_users";

    static final String FILL =
            """
            WITH free AS (
                SELECT ctid
                  FROM public.universal_users
                 WHERE ctid >= format('(%s,0)', ?::bigint)::tid
                   AND ctid < format('(%s,0)', ?::bigint)::tid
                   AND preferences_jsonb IS NULL
                   FOR NO KEY UPDATE SKIP LOCKED
            )
            UPDATE public.universal_users u
               SET preferences_jsonb = gleaner.preferences_document(u.preferences)
              FROM free
             WHERE u.ctid = free.ctid
               AND u.ctid >= format('(%s,0)', ?::bigint)::tid
               AND u.ctid < format('(%s,0)', ?::bigint)::tid
            """;

    private static final String IS_LEFT =
            """
            SELECT EXISTS (SELECT
                             FROM public.universal_users
                            WHERE preferences_jsonb IS NULL
                              AND gleaner.preferences_document(preferences) IS NOT NULL)
            """;

    private final Jdbc database;
    private final ProgressListener progress;
    private final boolean silencesTriggers;
    private final long blocks;
    private final long rows;
    private final long began = System.nanoTime();

    private BackFill(Jdbc database, ProgressListener progress) throws SQLException {
        this.database = database;
        this.progress = progress;
        silencesTriggers = Obstacles.canSilenceTriggers(database);
        blocks = database.number(SIZE);
        rows = database.number(ROWS);
    }

    /** Fills all that can be filled; the trigger must be there. */
    static void run(Jdbc database, ProgressListener progress)
            throws SQLException, InterruptedException {
        var fill = new BackFill(database, progress);
        fill.walk();
        fill.collect();
    }

    private void walk() throws SQLException, InterruptedException {
        var stretch = FIRST_STRETCH;
        for (long from = 0; from < blocks; ) {
            checkInterrupt();
            var to = Math.min(blocks, from + stretch);
            stretch = next(stretch, fill(from, to));
            from = to;
            progress.isAt(new Progress(STEP, rows * from / blocks, rows, elapsed()));
        }
    }

    /** What somebody held when the walk came by. */
    private void collect() throws SQLException, InterruptedException {
        while (database.truth(IS_LEFT)) {
            Thread.sleep(PAUSE);
            fill(0, Integer.MAX_VALUE);
        }
    }

    private Duration fill(long from, long to) throws SQLException {
        var start = System.nanoTime();
        database.inTransaction(() -> {
            if (silencesTriggers) {
                database.execute("SET LOCAL session_replication_role = replica");
            }
            database.update(FILL, from, to, from, to);
        });
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static long next(long stretch, Duration took) {
        if (took.compareTo(LONGEST) > 0) {
            return Math.max(1, stretch / 2);
        }
        return took.compareTo(LONGEST.dividedBy(4)) < 0
                ? Math.min(LONGEST_STRETCH, stretch * 2)
                : stretch;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void checkInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("told to stop filling");
        }
    }
}
