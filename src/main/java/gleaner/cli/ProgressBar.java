package gleaner.cli;

import gleaner.postgres.migration.Progress;
import gleaner.postgres.migration.ProgressListener;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Shows on one line of a terminal how far a migration is. */
final class ProgressBar implements ProgressListener {
    private static final int CELLS = 30;
    private static final int PERCENT = 100;

    private final PrintStream out;
    private boolean isOpen;

    ProgressBar(PrintStream out) {
        this.out = out;
    }

    /** Whether there is a terminal to show it on, and not a file or a pipe. */
    static boolean hasTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    @Override
    public void isAt(Progress progress) {
        isOpen = true;
        out.print("\r\033[K" + line(progress));
        out.flush();
    }

    /** Ends the line, if one was begun. */
    void close() {
        if (isOpen) {
            out.println();
        }
    }

    static String line(Progress progress) {
        var filled = (int) Math.round(progress.share() * CELLS);
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %3.0f %%  %,d rows/s  %s left",
                progress.step(),
                "#".repeat(filled),
                ".".repeat(CELLS - filled),
                progress.share() * PERCENT,
                progress.rate(),
                clock(progress.left()));
    }

    private static String clock(Duration left) {
        return left.toHours() > 0
                ? String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        left.toHours(),
                        left.toMinutesPart(),
                        left.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
    }
}
