package gleaner.extract.lang;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A table of a language pack: a text file of tab-separated columns, where {@code #} starts a remark
 * and an empty line means nothing.
 *
 * @param file the resource, for the errors
 * @param rows in the order of the file
 */
public record Table(String file, List<Row> rows) {
    private static final String FOLDER = "/gleaner/lang/en/";

    public Table {
        rows = List.copyOf(rows);
    }

    /**
     * One line.
     *
     * @param file for the errors
     * @param line counted from 1
     * @param cells at least one, stripped
     */
    public record Row(String file, int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** The cell of this column, counted from 0; empty where it is absent or a lone dash. */
        public String cell(int column) {
            var cell = column < cells.size() ? cells.get(column) : "";
            return cell.equals("-") ? "" : cell;
        }

        /** The words of a cell, separated by spaces. */
        public List<String> words(int column) {
            var cell = cell(column);
            return cell.isEmpty() ? List.of() : List.of(cell.split(" +"));
        }

        /** The constant that this cell names, in whatever case. */
        public <E extends Enum<E>> E constant(Class<E> type, int column) {
            return constant(type, cell(column));
        }

        /** The constant of this name, in whatever case. */
        public <E extends Enum<E>> E constant(Class<E> type, String name) {
            try {
                return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw wrong(
                        "unknown "
                                + type.getSimpleName()
                                + " \""
                                + name
                                + "\"; allowed are "
                                + List.of(type.getEnumConstants()),
                        unknown);
            }
        }

        /** A share between 0 and 1. */
        public double share(int column) {
            try {
                var share = Double.parseDouble(cell(column));
                if (share >= 0 && share <= 1) {
                    return share;
                }
                throw wrong("column " + (column + 1) + " is " + share + "; allowed is 0 to 1");
            } catch (NumberFormatException notANumber) {
                throw wrong("column " + (column + 1) + " is no number", notANumber);
            }
        }

        /** A whole number; nothing where the cell is empty. */
        public OptionalInt count(int column) {
            var cell = cell(column);
            try {
                return cell.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseUnsignedInt(cell));
            } catch (NumberFormatException notANumber) {
                throw wrong("column " + (column + 1) + " is no whole number", notANumber);
            }
        }

        /** What to throw when this line is wrong. */
        public IllegalArgumentException wrong(String why) {
            return new IllegalArgumentException(file + " line " + line + ": " + why);
        }

        private IllegalArgumentException wrong(String why, Exception cause) {
            return new IllegalArgumentException(file + " line " + line + ": " + why, cause);
        }
    }

    /** Reads a table of the pack from the class path. */
    public static Table load(String name) {
        var file = FOLDER + name;
        try (var in = Table.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " on the class path");
            }
            return read(file, in);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + file, broken);
        }
    }

    /** Reads a table from its characters, in UTF-8. */
    public static Table read(String file, InputStream in) throws IOException {
        return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    /** Reads a table from its text. */
    public static Table parse(String file, String text) {
        var rows = new ArrayList<Row>();
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i];
            if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(new Row(file, i + 1, cells(line)));
            }
        }
        return new Table(file, rows);
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        int from = 0;
        while (true) {
            int tab = line.indexOf('\t', from);
            if (tab < 0) {
                cells.add(line.substring(from).strip());
                return cells;
            }
            cells.add(line.substring(from, tab).strip());
            from = tab + 1;
        }
    }
}
