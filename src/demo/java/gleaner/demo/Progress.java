package gleaner.demo;

import gleaner.cycle.CycleCounts;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line that tells how far things are: rewritten in place on a terminal; anywhere else a line
 * now and then.
 */
final class Progress {
    private static final long PLAIN_EVERY = Duration.ofSeconds(1).toNanos();
    private static final int BAR = 14;

    private final Terminal terminal;
    private final long total;
    private long nextPlain;

    Progress(Terminal terminal, long total) {
        this.terminal = terminal;
        this.total = total;
        this.nextPlain = System.nanoTime() + PLAIN_EVERY;
    }

    void show(long sent, CycleCounts counts, MemoryTables.Progress memory) {
        if (terminal.live()) {
            terminal.show(line(sent, counts, memory));
        } else if (System.nanoTime() - nextPlain >= 0) {
            nextPlain = System.nanoTime() + PLAIN_EVERY;
            terminal.line(line(sent, counts, memory));
        }
    }

    /** The last state, which stays. */
    void done(long sent, CycleCounts counts, MemoryTables.Progress memory) {
        terminal.line(line(sent, counts, memory));
    }

    private String line(long sent, CycleCounts counts, MemoryTables.Progress memory) {
        var parts =
                List.of(
                        new Part("sent", sent + "/" + total),
                        new Part("polled", "" + counts.polled()),
                        new Part("accepted", "" + counts.accepted()),
                        new Part("ignored", "" + counts.ignored()),
                        new Part("rejected", "" + counts.rejected()),
                        new Part("facts", "" + memory.facts()),
                        new Part("prefs", "" + memory.preferences()));
        var roomy = width(parts, 2) + BAR + 4 < terminal.width();
        return (roomy && terminal.live() ? "  " + bar(counts.polled()) + "  " : " ")
                + parts.stream()
                        .map(part -> terminal.faint(part.name()) + " " + part.number())
                        .collect(Collectors.joining(roomy ? "  " : " "));
    }

    private static int width(List<Part> parts, int gap) {
        return parts.stream()
                .mapToInt(part -> part.name().length() + 1 + part.number().length() + gap)
                .sum();
    }

    private String bar(long polled) {
        var full = total == 0 ? BAR : (int) Math.min(BAR, polled * BAR / total);
        return terminal.good("━".repeat(full)) + terminal.faint("─".repeat(BAR - full));
    }

    private record Part(String name, String number) {}
}
