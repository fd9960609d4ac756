package gleaner.extract.preference.pattern;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the words that patterns are written with, so that a sentence looks each of its words up
 * once. Grows while patterns are compiled; afterwards only read, by any thread.
 */
public final class WordIds {
    static final int UNKNOWN = -1;

    private final Map<String, Integer> ids = new HashMap<>();

    /** The number of a word; {@link #UNKNOWN} where no pattern has it. */
    int of(String word) {
        var id = ids.get(word);
        return id == null ? UNKNOWN : id;
    }

    /** The numbers of these words, new ones for new words. */
    IdSet all(Collection<String> words) {
        int[] some = new int[words.size()];
        int i = 0;
        for (var word : words.stream().sorted().toList()) {
            some[i++] = ids.computeIfAbsent(word, w -> ids.size());
        }
        return IdSet.of(some);
    }

    int size() {
        return ids.size();
    }
}
