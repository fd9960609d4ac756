package gleaner.extract.frame;

import gleaner.extract.lang.Table;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** How a language states what a question assumed. Immutable; shared by threads. */
final class AssumptionTable {
    private final Map<Entry, String> statements;
    private final Map<String, String> auxiliaries;
    private final Map<String, String> words;

    private AssumptionTable(
            Map<Entry, String> statements,
            Map<String, String> auxiliaries,
            Map<String, String> words) {
        this.statements = statements;
        this.auxiliaries = auxiliaries;
        this.words = words;
    }

    private enum Entry {
        AUXILIARY_YES,
        AUXILIARY_NO,
        VERB_YES,
        VERB_NO,
        TURNED_AUXILIARY,
        TURNED_WORD
    }

    static AssumptionTable load(Table table) {
        var statements = new EnumMap<Entry, String>(Entry.class);
        var auxiliaries = new HashMap<String, String>();
        var words = new HashMap<String, String>();
        for (var row : table.rows()) {
            var entry = row.constant(Entry.class, 0);
            switch (entry) {
                case TURNED_AUXILIARY -> auxiliaries.put(row.cell(1), row.cell(2));
                case TURNED_WORD -> words.put(row.cell(1), row.cell(2));
                default -> statements.put(entry, row.cell(1));
            }
        }
        return new AssumptionTable(statements, Map.copyOf(auxiliaries), Map.copyOf(words));
    }

    /** The statement where it was asked with an auxiliary: "do you like sushi?". */
    String stated(String auxiliary, boolean yes, String rest) {
        return statement(yes ? Entry.AUXILIARY_YES : Entry.AUXILIARY_NO)
                .replace("{auxiliary}", auxiliaries.getOrDefault(auxiliary, auxiliary))
                .replace("{rest}", rest);
    }

    /** The statement where a verb follows at once: "so you like sushi?". */
    String stated(boolean yes, String rest) {
        return statement(yes ? Entry.VERB_YES : Entry.VERB_NO).replace("{rest}", rest);
    }

    /** What the statement says for a word of the question behind its auxiliary. */
    String turned(String lower, String written) {
        return words.getOrDefault(lower, written);
    }

    private String statement(Entry entry) {
        return statements.getOrDefault(entry, "");
    }
}
