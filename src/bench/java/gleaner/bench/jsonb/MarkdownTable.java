package gleaner.bench.jsonb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows under a head, as Markdown; words stand on the left of their column, numbers on the right.
 */
final class MarkdownTable {
    private final int words;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param words columns that hold words, the first ones
     */
    MarkdownTable(int words, String... head) {
        this.words = words;
        this.head = List.of(head);
    }

    MarkdownTable row(String... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException(
                    "cells must be %d, not %d".formatted(head.size(), cells.length));
        }
        rows.add(Arrays.asList(cells));
        return this;
    }

    @Override
    public String toString() {
        var text = new StringBuilder(line(head));
        text.append('|')
                .append("---|".repeat(words))
                .append("---:|".repeat(head.size() - words))
                .append('\n');
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    /** A bar within a cell would end it. */
    private static String line(List<String> cells) {
        return "| "
                + String.join(" | ", cells.stream().map(c -> c.replace("|", "\\|")).toList())
                + " |\n";
    }
}
