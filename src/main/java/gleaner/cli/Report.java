package gleaner.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a command found or did, row by row: a table for people, JSON for programs. The names of the
 * columns are the same in both, and stable.
 */
final class Report {
    private final List<String> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    Report(String... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row, with one cell a column: text, a number, a truth, a time, or null for nothing. */
    void row(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for columns " + columns);
        }
        rows.add(new ArrayList<>(Arrays.asList(cells)));
    }

    /** One object a row. */
    JsonArray json() {
        var array = new JsonArray();
        for (var row : rows) {
            var object = new JsonObject();
            for (int i = 0; i < columns.size(); i++) {
                object.put(columns.get(i), jsonCell(row.get(i)));
            }
            array.add(object);
        }
        return array;
    }

    /** Lines for people. */
    List<String> lines() {
        var table = new Table(texts(columns.stream().map(name -> name.replace('_', ' '))));
        rows.forEach(row -> table.row(texts(row.stream().map(Report::textCell))));
        return table.lines();
    }

    private static String[] texts(Stream<String> cells) {
        return cells.toArray(String[]::new);
    }

    private static String textCell(@Nullable Object cell) {
        return cell == null ? "-" : cell.toString();
    }

    private static @Nullable Object jsonCell(@Nullable Object cell) {
        return cell == null || cell instanceof Number || cell instanceof Boolean
                ? cell
                : cell.toString();
    }
}
