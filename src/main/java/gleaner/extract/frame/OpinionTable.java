package gleaner.extract.frame;

import gleaner.extract.lang.Table;
import gleaner.memory.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said of a thing that stands first in its clause, by the first word behind the thing. */
final class OpinionTable {
    private final Map<String, List<Opinion>> byFirstWord;

    private OpinionTable(Map<String, List<Opinion>> byFirstWord) {
        this.byFirstWord = byFirstWord;
    }

    /**
     * One saying.
     *
     * @param id for the evidence
     * @param complement what follows its first word
     * @param relation absent where only the negation says something
     * @param negated absent where the negation says nothing
     * @param taste only of what people have tastes about
     */
    record Opinion(
            String id,
            List<Part> complement,
            @Nullable Relation relation,
            @Nullable Relation negated,
            double confidence,
            boolean taste) {}

    List<Opinion> startingWith(String word) {
        return byFirstWord.getOrDefault(word, List.of());
    }

    static OpinionTable load(Table table) {
        var byFirstWord = new HashMap<String, List<Opinion>>();
        for (var row : table.rows()) {
            var parts = row.words(0).stream().map(part -> FrameTable.part(row, part)).toList();
            if (!(parts.getFirst() instanceof Part.Literal(var words, var optional)) || optional) {
                throw row.wrong("the first word must be one");
            }
            var opinion = opinion(row, parts.subList(1, parts.size()));
            for (var word : Set.copyOf(words)) {
                byFirstWord.computeIfAbsent(word, w -> new ArrayList<>()).add(opinion);
            }
        }
        return new OpinionTable(Map.copyOf(byFirstWord));
    }

    private static Opinion opinion(Table.Row row, List<Part> complement) {
        var negated = row.cell(2);
        return new Opinion(
                "opinion@" + row.line(),
                complement,
                row.cell(1).isEmpty() ? null : FrameTable.relation(row, row.cell(1)),
                negated.equals("skip") ? null : FrameTable.relation(row, negated),
                row.share(3),
                row.cell(4).equals("taste"));
    }
}
