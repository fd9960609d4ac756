package gleaner.demo;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, as a wish and not an end: the demo's own thread stops everything in its order, and the
 * process then ends with the exit code of the demo instead of the signal's.
 *
 * <p>Threads: the shutdown hook only asks and waits; the demo's thread only looks and tells when it
 * is through. A demo that ends by itself tells so before it exits, and the hook returns at once.
 */
final class Ending {
    /**
     * Longer than the worker may drain; after it the process halts, with the servers as they are.
     */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch through = new CountDownLatch(1);
    private volatile int exitCode;

    /** Waits for a signal from here on; whoever looks at the terminal is told at once. */
    static Ending onSignal(Runnable told) {
        var ending = new Ending();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ending.askAndWait(told)));
        return ending;
    }

    /**
     * Pauses.
     *
     * @throws CancellationException as soon as the end is asked for
     */
    void pause(Duration pause) throws InterruptedException {
        if (asked.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new CancellationException("the end was asked for");
        }
    }

    void awaitAsked() throws InterruptedException {
        asked.await();
    }

    /** Everything is stopped and removed. */
    void through(int code) {
        exitCode = code;
        through.countDown();
    }

    private void askAndWait(Runnable told) {
        if (through.getCount() == 0) {
            return;
        }
        told.run();
        asked.countDown();
        var code = 1;
        try {
            if (through.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                code = exitCode;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }
}
