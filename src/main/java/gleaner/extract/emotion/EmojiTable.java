package gleaner.extract.emotion;

import gleaner.extract.lang.Table;
import gleaner.memory.Emotion;
import java.util.HashMap;
import java.util.Map;

/** What emoji and emoticons show. Immutable. */
final class EmojiTable {
    /** A row of one emoji says no more than a few of it. */
    private static final int MOST_COUNTED = 8;

    private final Map<String, Shown> bySign;

    private EmojiTable(Map<String, Shown> bySign) {
        this.bySign = Map.copyOf(bySign);
    }

    private record Shown(Emotion emotion, double weight) {}

    /** Reads rows of an emotion, a weight, and signs parted by blanks. */
    static EmojiTable of(Table table) {
        var bySign = new HashMap<String, Shown>();
        for (var row : table.rows()) {
            var shown = new Shown(row.constant(Emotion.class, 0), row.share(1));
            for (var sign : row.words(2)) {
                if (bySign.put(sign, shown) != null) {
                    throw row.wrong(sign + " stands above already");
                }
            }
        }
        return new EmojiTable(bySign);
    }

    /** Adds what a token of emoji or an emoticon shows. */
    void add(String token, Tally tally) {
        var whole = bySign.get(token);
        if (whole != null) {
            tally.add(whole.emotion(), whole.weight());
            return;
        }
        token.codePoints()
                .limit(MOST_COUNTED)
                .mapToObj(Character::toString)
                .map(bySign::get)
                .forEach(shown -> {
                    if (shown != null) {
                        tally.add(shown.emotion(), shown.weight());
                    }
                });
    }
}
