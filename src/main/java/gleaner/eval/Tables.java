package gleaner.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tables of a report, in Markdown; their columns are even, to be read as they are. */
final class Tables {
    private final StringBuilder text = new StringBuilder();

    void section(String title, String remark, List<String> head, List<List<String>> rows) {
        text.append("\n## ").append(title).append("\n\n");
        if (!remark.isEmpty()) {
            text.append(remark).append("\n\n");
        }
        var all = new ArrayList<List<String>>();
        all.add(head);
        all.addAll(rows);
        int[] widths = new int[head.size()];
        for (var row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        row(head, widths);
        row(Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
        rows.forEach(row -> row(row, widths));
    }

    private void row(List<String> cells, int[] widths) {
        text.append('|');
        for (int i = 0; i < widths.length; i++) {
            var pad = " ".repeat(widths[i] - cells.get(i).length());
            boolean first = i == 0;
            text.append(' ').append(first ? cells.get(i) + pad : pad + cells.get(i)).append(" |");
        }
        text.append('\n');
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    static String of(Share share) {
        return share.of() == 0 ? "-" : share.count() + " of " + share.of();
    }

    /** Precision, recall and F1, or dashes where nothing was labelled or read. */
    static List<String> of(Count count) {
        return count.labelled() + count.read() == 0
                ? List.of("-", "-", "-", "0")
                : List.of(
                        decimal(count.precision()),
                        decimal(count.recall()),
                        decimal(count.f1()),
                        String.valueOf(count.labelled()));
    }

    @Override
    public String toString() {
        return text.toString().strip() + "\n";
    }
}
