package gleaner.postgres;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Times statements that are sent ahead of their answers: the server begins one when it has it and
 * has answered the one before, so what a statement waits in the queue is not counted.
 *
 * <p>One for each transaction; its state is touched on the connection's event loop only.
 */
final class AnswerClock {
    private final LongSupplier nanos;
    private final Consumer<Duration> told;
    private long answered;

    /**
     * @param nanos as {@link System#nanoTime}
     * @param told hears of each statement that succeeded
     */
    AnswerClock(LongSupplier nanos, Consumer<Duration> told) {
        this.nanos = nanos;
        this.told = told;
        this.answered = nanos.getAsLong();
    }

    /** The statements sent before those that are timed are answered. */
    void answered() {
        answered = nanos.getAsLong();
    }

    /** Sends a statement, and tells what the server took for it. */
    <T> Future<T> time(Supplier<Future<T>> statement) {
        var sent = nanos.getAsLong();
        return statement
                .get()
                .onSuccess(result -> {
                    var began = Math.max(sent, answered);
                    answered();
                    told.accept(Duration.ofNanos(answered - began));
                });
    }
}
