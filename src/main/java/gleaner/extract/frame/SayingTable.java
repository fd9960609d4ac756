package gleaner.extract.frame;

import gleaner.extract.lang.Table;
import gleaner.memory.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Set phrases that say something of who utters them, by their first word. */
final class SayingTable {
    private final Map<String, List<Saying>> byFirstWord;

    private SayingTable(Map<String, List<Saying>> byFirstWord) {
        this.byFirstWord = byFirstWord;
    }

    /**
     * A phrase with a slot.
     *
     * @param id for the evidence
     * @param complement what follows its first word
     * @param ordered whether it has the form of an order: "give me tea any day"
     */
    record Saying(
            String id,
            List<Part> complement,
            Relation relation,
            double confidence,
            boolean ordered) {}

    List<Saying> startingWith(String word) {
        return byFirstWord.getOrDefault(word, List.of());
    }

    static SayingTable load(Table table) {
        var byFirstWord = new HashMap<String, List<Saying>>();
        for (var row : table.rows()) {
            var parts = row.words(0).stream().map(part -> FrameTable.part(row, part)).toList();
            if (!(parts.getFirst() instanceof Part.Literal(var words, var optional)) || optional) {
                throw row.wrong("the first word must be one");
            }
            var saying =
                    new Saying(
                            "saying@" + row.line(),
                            parts.subList(1, parts.size()),
                            FrameTable.relation(row, row.cell(1)),
                            row.share(2),
                            row.cell(3).equals("ordered"));
            for (var word : Set.copyOf(words)) {
                byFirstWord.computeIfAbsent(word, w -> new ArrayList<>()).add(saying);
            }
        }
        return new SayingTable(Map.copyOf(byFirstWord));
    }
}
