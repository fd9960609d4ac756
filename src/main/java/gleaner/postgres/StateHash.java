package gleaner.postgres;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowStream;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Objects;

/**
 * One number for all that is known: equal for two databases that hold the same memory, whatever
 * order, batches, crashes and repetitions led there.
 *
 * <p>SHA-256 over current beliefs, history and preferences, each a line of JSON, in an order of
 * their own ("C"). No generated ids are in it and no times of rows. It is read through a cursor in
 * one snapshot, so it needs no memory for millions of rows and disturbs no writer.
 */
public final class StateHash {
    private static final int ROWS_AT_A_TIME = 500;

    private final LineDigest digest = new LineDigest();

    private StateHash() {}

    /** 64 hexadecimal digits. */
    public static Future<String> of(Pool pool) {
        var hash = new StateHash();
        return pool.<String>withTransaction(connection ->
                        connection
                                .query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                                .execute()
                                .compose(v -> hash.addAll(connection))
                                .map(v -> hash.digest.hex()))
                .map(Objects::requireNonNull);
    }

    private Future<Void> addAll(SqlConnection connection) {
        var added = Future.<Void>succeededFuture();
        for (var part : MemoryPart.values()) {
            added = added.compose(v -> add(connection, part.sql()));
        }
        return added;
    }

    private Future<Void> add(SqlConnection connection, String sql) {
        return connection
                .prepare(sql)
                .compose(prepared ->
                        digest(prepared.createStream(ROWS_AT_A_TIME, Tuple.tuple()))
                                .eventually(prepared::close));
    }

    private Future<Void> digest(RowStream<Row> rows) {
        var end = Promise.<Void>promise();
        rows.exceptionHandler(end::tryFail)
                .endHandler(v -> end.tryComplete())
                .handler(row -> digest.add(row.getString("line"), row.getString("name")));
        return end.future().eventually(rows::close);
    }
}
