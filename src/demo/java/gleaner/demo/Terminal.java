package gleaner.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where the demo shows itself. On a terminal one line can be rewritten in place and there is a
 * little colour; anywhere else there are plain lines only. Thread-safe by its lock.
 *
 * @param live whether lines can be rewritten
 * @param colours whether there are colours
 * @param width in columns
 */
record Terminal(PrintStream out, boolean live, boolean colours, int width) {
    private static final int NARROWEST = 80;
    private static final int WIDEST = 100;

    /** The one this process was started in. */
    static Terminal ofProcess(Map<String, String> environment) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        var terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        var live = terminal && !"dumb".equals(environment.get("TERM"));
        return new Terminal(
                out,
                live,
                live && environment.getOrDefault("NO_COLOR", "").isEmpty(),
                live ? Math.clamp(columns(), NARROWEST, WIDEST) : WIDEST);
    }

    /** The same without colours. */
    Terminal plain() {
        return new Terminal(out, live, false, width);
    }

    /** A line of its own; what was shown in place goes. */
    synchronized void line(String text) {
        out.println(live ? "\r\033[K" + text : text);
    }

    synchronized void blank() {
        line("");
    }

    /** Shown in place of what {@code show} showed before; on no terminal, nowhere. */
    synchronized void show(String text) {
        if (live) {
            out.print("\r\033[K" + text);
            out.flush();
        }
    }

    String strong(String text) {
        return styled("1", text);
    }

    String faint(String text) {
        return styled("2", text);
    }

    String good(String text) {
        return styled("32", text);
    }

    String bad(String text) {
        return styled("31", text);
    }

    String warm(String text) {
        return styled("36", text);
    }

    private String styled(String style, String text) {
        return colours && !text.isEmpty() ? "\033[" + style + "m" + text + "\033[0m" : text;
    }

    /** As the terminal itself says. */
    private static int columns() {
        try {
            var stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .start();
            var answer = new String(stty.getInputStream().readAllBytes(), UTF_8).strip();
            stty.waitFor(1, TimeUnit.SECONDS);
            return Integer.parseInt(answer.substring(answer.indexOf(' ') + 1));
        } catch (IOException | NumberFormatException e) {
            return NARROWEST;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NARROWEST;
        }
    }
}
