package gleaner.demo;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** For a thread that has nothing else to do until something of the worker is done. */
final class Waiting {
    private Waiting() {}

    /**
     * The result.
     *
     * @param what is waited for, for the message of a failure
     */
    static <T> T until(Future<T> done, Duration limit, String what) throws IOException {
        try {
            return done.toCompletionStage()
                    .toCompletableFuture()
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(what + " failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException(what + " took longer than " + limit, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(what + " was interrupted");
        }
    }
}
