package gleaner.demo;

import java.time.Duration;
import java.util.Locale;

/**
 * Tells of each thing that is started, while it starts and when it is there. An end that is asked
 * for comes between two steps.
 */
record Starting(Terminal terminal, Ending ending) {
    private static final int NAME = 12;
    private static final double NANOS = 1e9;

    /** A thing to start. */
    @FunctionalInterface
    interface Start<T> {
        T run() throws Exception;
    }

    /** What to say of it once it is there. */
    @FunctionalInterface
    interface Account<T> {
        String of(T started);
    }

    <T> T step(String name, Start<T> start, Account<T> account) throws Exception {
        ending.pause(Duration.ZERO);
        var title = "  " + name + " ".repeat(NAME - name.length());
        terminal.show(terminal.faint(title + "starting"));
        var begun = System.nanoTime();
        var started = start.run();
        var took = String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begun) / NANOS);
        terminal.line(title + account.of(started) + "  " + terminal.faint(took));
        return started;
    }
}
