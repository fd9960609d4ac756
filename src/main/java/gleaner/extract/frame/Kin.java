package gleaner.extract.frame;

import gleaner.extract.lang.Table;
import gleaner.memory.Relation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which noun makes whom of somebody: "wife" makes a spouse. */
final class Kin {
    private final Map<String, Tie> ties;

    private Kin(Map<String, Tie> ties) {
        this.ties = ties;
    }

    /**
     * What a relative is to the user.
     *
     * @param relation absent for people that give nothing
     * @param passing whether a mention is enough
     */
    record Tie(@Nullable Relation relation, boolean passing) {}

    static Kin load(Table table) {
        var ties = new HashMap<String, Tie>();
        for (var row : table.rows()) {
            var relation =
                    row.cell(0).equals("nobody") ? null : FrameTable.relation(row, row.cell(0));
            for (var noun : row.words(1)) {
                if (ties.put(noun, new Tie(relation, row.cell(2).equals("passing"))) != null) {
                    throw row.wrong("\"" + noun + "\" stands here twice");
                }
            }
        }
        return new Kin(Map.copyOf(ties));
    }

    @Nullable Tie of(String noun) {
        return ties.get(noun);
    }
}
