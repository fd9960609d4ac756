package gleaner.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Columns as wide as their widest cell and no wider than allowed; the one wrapping column takes the
 * room that is left, on more than one line where a cell needs it. Rows shown apart from each other
 * stand under each other all the same.
 *
 * @param widths of the columns, in columns of the terminal
 */
record Table(List<Column> columns, List<Integer> widths) {
    private static final String GAP = "  ";
    private static final int MAX_LINES = 3;

    /**
     * A column.
     *
     * @param widest beyond which a cell is cut; 0 for the one column that wraps
     */
    record Column(int widest, UnaryOperator<String> style) {
        boolean wraps() {
            return widest == 0;
        }
    }

    /** A table with room for all these rows, within {@code width} columns of the terminal. */
    static Table fitting(List<Column> columns, List<List<String>> rows, int width) {
        var widths = new ArrayList<Integer>();
        var left = width - GAP.length() * (columns.size() - 1);
        for (var i = 0; i < columns.size(); i++) {
            var wide =
                    columns.get(i).wraps() ? 0 : Math.min(widest(rows, i), columns.get(i).widest());
            widths.add(wide);
            left -= wide;
        }
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).wraps()) {
                widths.set(i, Math.max(1, Math.min(widest(rows, i), left)));
            }
        }
        return new Table(columns, widths);
    }

    private static int widest(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> Cells.width(row.get(column))).max().orElse(0);
    }

    /** The lines of these rows. */
    List<String> lines(List<List<String>> rows) {
        return rows.stream().flatMap(this::linesOf).toList();
    }

    private Stream<String> linesOf(List<String> row) {
        var cells =
                IntStream.range(0, columns.size())
                        .mapToObj(i ->
                                Cells.wrap(
                                        row.get(i),
                                        widths.get(i),
                                        columns.get(i).wraps() ? MAX_LINES : 1))
                        .toList();
        var height = cells.stream().mapToInt(List::size).max().orElse(1);
        return IntStream.range(0, height).mapToObj(number -> line(cells, number));
    }

    private String line(List<List<String>> cells, int number) {
        var line = new StringBuilder();
        var owed = 0;
        for (var i = 0; i < columns.size(); i++) {
            var cell = number < cells.get(i).size() ? cells.get(i).get(number) : "";
            if (!cell.isEmpty()) {
                line.repeat(' ', owed).append(columns.get(i).style().apply(cell));
                owed = 0;
            }
            owed += widths.get(i) - Cells.width(cell) + GAP.length();
        }
        return line.toString();
    }
}
