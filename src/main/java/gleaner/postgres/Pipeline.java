package gleaner.postgres;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Statements sent ahead of their answers, in order, over one connection.
 *
 * <p>A statement over many rows goes in parts, each in a turn of its own of the event loop: to
 * build and encode the columns of a large batch in one turn would hold up everybody else. Turns
 * keep their order, so the parts do.
 */
final class Pipeline {
    /** Rows in a part: a few milliseconds of work for the widest statement. */
    static final int ROWS = 250;

    private final Context eventLoop;

    /**
     * @param eventLoop the current one, on which the connection answers
     */
    Pipeline(Context eventLoop) {
        this.eventLoop = eventLoop;
    }

    /**
     * Waits for all answers, also after a failure: until then parts may be on their way, and would
     * outlive the transaction. The first statement that failed, as sent, is the cause; those behind
     * it failed because of it.
     */
    static Future<Void> answers(List<? extends Future<?>> statements) {
        return Future.join(statements).mapEmpty();
    }

    /** Sums what the statement gives for each part. Nothing is sent where there are no rows. */
    <T> Future<Integer> sum(List<T> rows, Function<List<T>, Future<Integer>> statement) {
        var parts = new ArrayList<Future<Integer>>();
        for (int from = 0; from < rows.size(); from += ROWS) {
            var part = rows.subList(from, Math.min(rows.size(), from + ROWS));
            parts.add(inATurnOfItsOwn(part, statement));
        }
        return answers(parts).map(all -> parts.stream().mapToInt(Future::result).sum());
    }

    /** As {@link #sum}, for statements that give nothing. */
    <T> Future<Void> each(List<T> rows, Function<List<T>, Future<Void>> statement) {
        return sum(rows, part -> statement.apply(part).map(0)).mapEmpty();
    }

    private <T> Future<Integer> inATurnOfItsOwn(
            List<T> part, Function<List<T>, Future<Integer>> statement) {
        var answer = Promise.<Integer>promise();
        eventLoop.runOnContext(
                turn -> Future.succeededFuture(part).compose(statement).onComplete(answer));
        return answer.future();
    }
}
