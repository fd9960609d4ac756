package gleaner.extract.frame;

import gleaner.extract.lang.Table;
import gleaner.memory.Relation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which noun makes whom of somebody: "wife" makes a spouse. */
final class Kin {
    private final Map<String, Tie> ties;
    private final Set<String> definite;
    private final Set<String> around;

    private Kin(Map<String, Tie> ties, Set<String> definite, Set<String> around) {
        this.ties = ties;
        this.definite = definite;
        this.around = around;
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
        var definite = new HashSet<String>();
        var around = new HashSet<String>();
        for (var row : table.rows()) {
            if (row.cell(0).equals("definite") || row.cell(0).equals("around")) {
                (row.cell(0).equals("definite") ? definite : around).addAll(row.words(1));
                continue;
            }
            var relation =
                    row.cell(0).equals("nobody") ? null : FrameTable.relation(row, row.cell(0));
            for (var noun : row.words(1)) {
                if (ties.put(noun, new Tie(relation, row.cell(2).equals("passing"))) != null) {
                    throw row.wrong("\"" + noun + "\" stands here twice");
                }
            }
        }
        return new Kin(Map.copyOf(ties), Set.copyOf(definite), Set.copyOf(around));
    }

    /** Whether "the wife" is the speaker's own. */
    boolean isOwn(String noun) {
        return definite.contains(noun);
    }

    /** Whether "the dog" is the speaker's own where they speak of themselves. */
    boolean isAround(String noun) {
        return around.contains(noun);
    }

    @Nullable Tie of(String noun) {
        return ties.get(noun);
    }
}
