package gleaner.postgres;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/**
 * Runs a statement over many rows, some at a time, one after the other: to build and encode the
 * columns of a very large batch at once would hold up the event loop.
 */
final class Chunks {
    /** Rows in a statement: some 10 ms of work on the event loop for the widest one. */
    static final int ROWS = 500;

    private Chunks() {}

    /** Sums what the statement gives for each part. Nothing is sent where there are no rows. */
    static <T> Future<Integer> sum(List<T> rows, Function<List<T>, Future<Integer>> statement) {
        if (rows.isEmpty()) {
            return Future.succeededFuture(0);
        }
        var first = rows.subList(0, Math.min(ROWS, rows.size()));
        var rest = rows.subList(first.size(), rows.size());
        return statement
                .apply(first)
                .compose(count -> sum(rest, statement).map(further -> count + further));
    }

    /** As {@link #sum}, for statements that give nothing. */
    static <T> Future<Void> each(List<T> rows, Function<List<T>, Future<Void>> statement) {
        return sum(rows, part -> statement.apply(part).map(0)).mapEmpty();
    }
}
