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
    private final Set<String> bare;

    private Kin(Map<String, Tie> ties, Set<String> definite, Set<String> around, Set<String> bare) {
        this.ties = ties;
        this.definite = Set.copyOf(definite);
        this.around = Set.copyOf(around);
        this.bare = Set.copyOf(bare);
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
        var bare = new HashSet<String>();
        var ways = Map.of("definite", definite, "around", around, "bare", bare);
        for (var row : table.rows()) {
            var way = ways.get(row.cell(0));
            if (way != null) {
                way.addAll(row.words(1));
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
        return new Kin(Map.copyOf(ties), definite, around, bare);
    }

    /** Whether "the wife" is the speaker's own. */
    boolean isOwn(String noun) {
        return definite.contains(noun);
    }

    /** Whether "daughter's five" is the speaker's own. */
    boolean isBare(String noun) {
        return bare.contains(noun);
    }

    /** Whether "the dog" is the speaker's own where they speak of themselves. */
    boolean isAround(String noun) {
        return around.contains(noun);
    }

    @Nullable Tie of(String noun) {
        return ties.get(noun);
    }
}
