package gleaner.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows in columns that stand under each other, a cell on as many lines as it needs and may have.
 *
 * @param columns their widths and the gaps between them are the width of the table
 */
record Table(List<Column> columns) {
    static final int GAP = 2;

    /**
     * A column.
     *
     * @param width in columns of the terminal
     * @param lines a cell may have; the last is cut where more is left
     * @param style of a cell's line, which must not change its width
     */
    record Column(int width, int lines, UnaryOperator<String> style) {}

    /** The room that is left for one more column beside these. */
    static int roomBeside(int width, int... others) {
        var taken = IntStream.of(others).map(other -> other + GAP).sum();
        return Math.max(1, width - taken);
    }

    /** The lines of these rows, without blanks at their ends. */
    List<String> lines(List<List<String>> rows) {
        return rows.stream().flatMap(this::linesOf).toList();
    }

    private Stream<String> linesOf(List<String> row) {
        var cells = new ArrayList<List<String>>();
        for (var i = 0; i < columns.size(); i++) {
            cells.add(Cells.wrap(row.get(i), columns.get(i).width(), columns.get(i).lines()));
        }
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
            owed += columns.get(i).width() - Cells.width(cell) + GAP;
        }
        return line.toString();
    }
}
