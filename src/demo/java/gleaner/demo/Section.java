package gleaner.demo;

import java.util.List;

/** A part of the summary: a heading over a rule, and indented lines. */
record Section(Terminal terminal) {
    private static final String INDENT = "  ";

    /** Columns that are left for a line of the section. */
    int width() {
        return terminal.width() - INDENT.length();
    }

    void heading(String title, String right) {
        var room = terminal.width() - Cells.width(title) - Cells.width(right) - 2;
        terminal.blank();
        terminal.line(
                terminal.strong(title)
                        + " "
                        + terminal.faint("─".repeat(Math.max(1, room)) + " " + right));
    }

    void line(String text) {
        terminal.line(INDENT + text);
    }

    void lines(List<String> lines) {
        lines.forEach(this::line);
    }
}
