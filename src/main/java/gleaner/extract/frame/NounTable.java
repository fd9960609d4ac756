package gleaner.extract.frame;

import gleaner.extract.lang.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What "my X is Y" states: the frames of each noun. */
final class NounTable {
    private final Map<String, List<NounFrame>> frames;

    private NounTable(Map<String, List<NounFrame>> frames) {
        this.frames = frames;
    }

    /**
     * One link of a noun.
     *
     * @param copula whether is or was comes first
     * @param past whether only was will do
     * @param links then one of these words, in this order; empty where none does
     * @param frame what is stated, its complement the slot alone
     */
    record NounFrame(boolean copula, boolean past, List<String> links, Frame frame) {}

    List<NounFrame> of(String noun) {
        return frames.getOrDefault(noun, List.of());
    }

    static NounTable load(Table table) {
        var frames = new HashMap<String, List<NounFrame>>();
        for (var row : table.rows()) {
            var frame = frame(row);
            for (var noun : row.cell(0).split("\\|", -1)) {
                var ofNoun = frames.computeIfAbsent(noun, n -> new ArrayList<>());
                for (var link : row.cell(1).split("\\|", -1)) {
                    ofNoun.add(nounFrame(link, frame));
                }
            }
        }
        return new NounTable(Map.copyOf(frames));
    }

    private static NounFrame nounFrame(String link, Frame frame) {
        if (link.equals("is") || link.equals("include")) {
            return new NounFrame(true, false, List.of(), frame);
        }
        boolean past = link.startsWith("was:");
        boolean copula = past || link.startsWith("is:");
        var words = copula ? link.substring(link.indexOf(':') + 1) : link;
        return new NounFrame(copula, past, List.of(words.split(" ")), frame);
    }

    private static Frame frame(Table.Row row) {
        var kinds = row.cell(6);
        var options = new ArrayList<Option>();
        row.words(7).forEach(name -> options.add(row.constant(Option.class, name)));
        return new Frame(
                "my-" + row.cell(0).split("\\|", 2)[0] + "@" + row.line(),
                List.of(new Part.Slot(row.constant(Part.Content.class, 3))),
                Set.of(),
                Set.of(),
                FrameTable.relation(row, row.cell(2)),
                Frame.Negation.DENY,
                null,
                row.share(4),
                row.share(5),
                FrameTable.kinds(row, kinds.startsWith("!") ? kinds.substring(1) : kinds),
                kinds.startsWith("!"),
                Set.copyOf(options));
    }
}
