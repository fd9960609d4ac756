package gleaner.postgres;

import gleaner.cycle.StoreTimes;
import gleaner.postgres.statement.CountHoldersOfNoKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;

/**
 * Times a look-up such as the readers', once in a while. Theirs are statements of other programs,
 * of which we know no times; ours goes the same way to the same index and finds nobody, so it takes
 * what any look-up takes at least. Where the index is missing or no longer used, it reads the whole
 * table, as theirs do, and within the statement timeout.
 */
public final class LookUpProbe {
    private final Pool pool;
    private final StoreTimes times;

    public LookUpProbe(Pool pool, StoreTimes times) {
        this.pool = pool;
        this.times = times;
    }

    /**
     * Looks up at every interval, as long as this Vert.x lives.
     *
     * @param interval zero for never
     */
    public void every(Vertx vertx, Duration interval) {
        if (interval.isPositive()) {
            vertx.setTimer(
                    interval.toMillis(),
                    id -> lookUp().onComplete(looked -> every(vertx, interval)));
        }
    }

    /** One that fails has no time to tell; whoever works meets the same failure, and says so. */
    Future<Void> lookUp() {
        return pool.withConnection(this::timed).mapEmpty();
    }

    /** The wait for a connection is ours alone. */
    private Future<Long> timed(SqlConnection connection) {
        return new AnswerClock(System::nanoTime, times::lookedUp)
                .time(() -> CountHoldersOfNoKey.run(connection));
    }
}
