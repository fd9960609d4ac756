package gleaner.extract.preference.pattern;

import gleaner.extract.lang.Table;
import java.util.HashMap;
import java.util.Map;

/** The named pieces that patterns share, and the slots that they may have: what compiles them. */
public final class Pieces {
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, Slot> slots;
    private final WordIds ids = new WordIds();

    private Pieces(Map<String, Slot> slots) {
        this.slots = Map.copyOf(slots);
    }

    /** Reads rows of a name and a pattern, each of which may use those above it. */
    public static Pieces of(Table table, Map<String, Slot> slots) {
        var pieces = new Pieces(slots);
        for (var row : table.rows()) {
            var node = pieces.parse(row, row.cell(1));
            if (pieces.nodes.put(row.cell(0), node) != null) {
                throw row.wrong("<" + row.cell(0) + "> stands above already");
            }
        }
        return pieces;
    }

    /** The words of all patterns that were compiled. */
    public WordIds words() {
        return ids;
    }

    /** Compiles the pattern in this column. */
    public Pattern compile(Table.Row row, int column) {
        return compile(row, row.cell(column));
    }

    /** Compiles a pattern that stands in this row. */
    public Pattern compile(Table.Row row, String written) {
        return new Compiler(ids).compile(parse(row, written));
    }

    private Node parse(Table.Row row, String written) {
        try {
            return new PatternParser(written, nodes, slots).parse();
        } catch (IllegalArgumentException wrong) {
            throw row.wrong(String.valueOf(wrong.getMessage()));
        }
    }
}
