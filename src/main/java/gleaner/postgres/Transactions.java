package gleaner.postgres;

import gleaner.config.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Runs work in a transaction on a connection of the pool, within a time.
 *
 * <p>The server's own limits end a statement and an idle transaction; this one ends a transaction
 * of many statements that each are in time. It cancels the running statement and lets the failure
 * take its course, so that nothing of the transaction can still run when the caller hears of it.
 */
public final class Transactions {
    private final Vertx vertx;
    private final Pool pool;
    private final Duration limit;

    private Transactions(Vertx vertx, Pool pool, Duration limit) {
        this.vertx = vertx;
        this.pool = pool;
        this.limit = limit;
    }

    /** A transaction has some dozen statements; one slow and one that waits is what it may have. */
    public static Transactions on(Vertx vertx, Pool pool, Settings.Postgres settings) {
        return new Transactions(
                vertx, pool, settings.statementTimeout().plus(settings.lockTimeout()));
    }

    /** Commits what succeeds, and rolls back what fails. */
    <T> Future<T> run(Function<SqlConnection, Future<T>> work) {
        return run(work, result -> true);
    }

    /** Commits a result that is wanted, rolls back one that is not, and what fails. */
    public <T> Future<T> run(Function<SqlConnection, Future<T>> work, Predicate<T> isWanted) {
        return pool.getConnection()
                .compose(connection -> {
                    var alarm = vertx.setTimer(limit.toMillis(), id -> cancel(connection));
                    return connection
                            .begin()
                            .compose(tx -> finish(tx, begun(connection, work), isWanted))
                            .onComplete(done -> vertx.cancelTimer(alarm))
                            .eventually(connection::close);
                });
    }

    /** What the work throws instead of returning is a failure of it like any other. */
    private static <T> Future<T> begun(
            SqlConnection connection, Function<SqlConnection, Future<T>> work) {
        return Future.succeededFuture(connection).compose(work);
    }

    private static <T> Future<T> finish(Transaction tx, Future<T> work, Predicate<T> isWanted) {
        return work.compose(
                result -> (isWanted.test(result) ? tx.commit() : tx.rollback()).map(result),
                failure -> tx.rollback().transform(rolledBack -> Future.failedFuture(failure)));
    }

    private static void cancel(SqlConnection connection) {
        PgConnection.cast(connection)
                .cancelRequest()
                .onFailure(unreachable -> {
                    // The server cannot be reached: the silence of its connection ends the wait.
                });
    }
}
