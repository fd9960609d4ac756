package gleaner.demo;

import gleaner.cli.Signals;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C, as a wish and not an end: the demo's own thread stops everything in its order, and no
 * server or folder is left behind. People press it twice; so only a third time halts the process.
 *
 * <p>No shutdown hook: while one runs, parts that are just being started could not register theirs.
 */
final class Ending {
    /** Ctrl-C, kill, and the window closed. */
    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

    private final CountDownLatch asked = new CountDownLatch(1);

    private Ending() {}

    /** Waits for a signal from here on; whoever looks at the terminal is answered at once. */
    static Ending onSignal(Terminal terminal) {
        var ending = new Ending();
        var signals = new AtomicInteger();
        Signals.atEach(
                SIGNALS,
                number -> {
                    switch (signals.incrementAndGet()) {
                        case 1 -> terminal.line("  stopping");
                        case 2 ->
                                terminal.line(
                                        "  still stopping; once more, and all is left as it is");
                        default -> Signals.halt(number);
                    }
                    ending.asked.countDown();
                });
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
}
