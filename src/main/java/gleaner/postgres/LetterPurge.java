package gleaner.postgres;

import gleaner.postgres.statement.PurgeDeadLetters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes dead letters that are old enough, once in a while and in small pieces, each a transaction
 * of its own. All workers do it; they pass over what another is deleting just then.
 */
public final class LetterPurge {
    private static final Logger LOG = LoggerFactory.getLogger(LetterPurge.class);
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final int PIECE = 500;

    private final Vertx vertx;
    private final Pool pool;
    private final Duration keep;

    /**
     * @param keep the age
     */
    public LetterPurge(Vertx vertx, Pool pool, Duration keep) {
        this.vertx = vertx;
        this.pool = pool;
        this.keep = keep;
    }

    /** Begins; it ends with Vert.x. */
    public void start() {
        vertx.setPeriodic(INTERVAL.toMillis(), id -> purge());
    }

    /** Deletes what is old enough now; gives how many. */
    Future<Integer> purge() {
        return purge(0).onSuccess(
                        letters -> {
                            if (letters > 0) {
                                LOG.atInfo()
                                        .addKeyValue("letters", letters)
                                        .log("dead letters purged");
                            }
                        })
                .onFailure(failure ->
                        LOG.atWarn()
                                .addKeyValue(
                                        "sqlstate", SqlFailure.sqlState(failure).orElse("none"))
                                .log("dead letters not purged; trying later"));
    }

    private Future<Integer> purge(int before) {
        return PurgeDeadLetters.run(pool, keep, PIECE)
                .compose(letters ->
                        letters < PIECE
                                ? Future.succeededFuture(before + letters)
                                : purge(before + letters));
    }
}
