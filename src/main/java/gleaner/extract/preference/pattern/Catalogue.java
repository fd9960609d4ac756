package gleaner.extract.preference.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the patterns that can match a sentence at all: of the words that each cannot do without it
 * is listed under the rarest. Immutable; shared by threads.
 *
 * @param <T> what has a pattern
 */
public final class Catalogue<T> {
    /** A common word is as bad a sign as this many rare ones. */
    private static final int COMMON = 1000;

    private final List<T> entries;
    private final Function<T, Pattern> pattern;
    private final Map<String, int[]> byWord;
    private final int[] always;

    /**
     * @param common words that most sentences have: bad signs of any pattern
     */
    public Catalogue(List<T> entries, Function<T, Pattern> pattern, Set<String> common) {
        this.entries = List.copyOf(entries);
        this.pattern = pattern;
        var uses = uses(entries, pattern);
        common.forEach(word -> uses.put(word, COMMON));
        var lists = new HashMap<String, List<Integer>>();
        var unlisted = new ArrayList<Integer>();
        for (int i = 0; i < entries.size(); i++) {
            var rarest = rarest(pattern.apply(entries.get(i)), uses);
            if (rarest.isEmpty()) {
                unlisted.add(i);
            }
            for (var word : rarest) {
                lists.computeIfAbsent(word, w -> new ArrayList<>()).add(i);
            }
        }
        byWord = new HashMap<>();
        lists.forEach((word, list) -> byWord.put(word, array(list)));
        always = array(unlisted);
    }

    /** The entries worth trying, in the order of their table. */
    public List<T> worthTrying(Passage passage) {
        var found = new BitSet(entries.size());
        for (int i = 0; i < passage.size(); i++) {
            var list = byWord.get(passage.word(i));
            if (list != null) {
                set(found, list);
            }
        }
        set(found, always);
        if (found.isEmpty()) {
            return List.of();
        }
        var present = new HashSet<>(passage.words());
        return found.stream()
                .mapToObj(entries::get)
                .filter(entry -> pattern.apply(entry).mayMatch(present))
                .toList();
    }

    private static void set(BitSet found, int[] list) {
        for (int entry : list) {
            found.set(entry);
        }
    }

    private static <T> Map<String, Integer> uses(List<T> entries, Function<T, Pattern> pattern) {
        var uses = new HashMap<String, Integer>();
        for (var entry : entries) {
            pattern.apply(entry).words().forEach(word -> uses.merge(word, 1, Integer::sum));
        }
        return uses;
    }

    private static Set<String> rarest(Pattern pattern, Map<String, Integer> uses) {
        Set<String> rarest = Set.of();
        int least = Integer.MAX_VALUE;
        for (var need : pattern.needs()) {
            int sum = need.stream().mapToInt(word -> uses.getOrDefault(word, 1)).sum();
            if (sum < least) {
                least = sum;
                rarest = need;
            }
        }
        return rarest;
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
