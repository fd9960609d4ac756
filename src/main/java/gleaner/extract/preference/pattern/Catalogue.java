package gleaner.extract.preference.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the patterns that can match a sentence at all: each is listed under the rarest of the words
 * that it cannot do without, and tried only where the others are there too. Immutable; shared by
 * threads.
 *
 * @param <T> what has a pattern
 */
public final class Catalogue<T> {
    /** A common word is as bad a sign as this many rare ones. */
    private static final int COMMON = 1000;

    private static final int[] NONE = {};

    private final List<Entry<T>> entries = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<int[]> listed = new ArrayList<>();

    /**
     * @param common words that most sentences have: bad signs of any pattern
     */
    public Catalogue(List<T> values, Function<T, Pattern> pattern, Set<String> common) {
        var uses = new HashMap<String, Integer>();
        for (var value : values) {
            pattern.apply(value).words().forEach(word -> uses.merge(word, 1, Integer::sum));
        }
        common.forEach(word -> uses.put(word, COMMON));
        values.forEach(value -> add(value, pattern.apply(value), uses));
    }

    /** What has a pattern, with the ids of the words that it needs. */
    private record Entry<T>(T value, List<BitSet> needs) {
        boolean mayMatch(int[] present) {
            for (var need : needs) {
                if (!meets(need, present)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean meets(BitSet need, int[] present) {
            for (int id : present) {
                if (need.get(id)) {
                    return true;
                }
            }
            return false;
        }
    }

    private void add(T value, Pattern pattern, Map<String, Integer> uses) {
        var needs = pattern.needs().stream().map(this::bits).toList();
        rarest(pattern, uses).forEach(word -> list(id(word), entries.size()));
        entries.add(new Entry<>(value, needs));
    }

    private BitSet bits(Set<String> words) {
        var bits = new BitSet();
        words.forEach(word -> bits.set(id(word)));
        return bits;
    }

    private int id(String word) {
        return ids.computeIfAbsent(
                word,
                w -> {
                    listed.add(NONE);
                    return listed.size() - 1;
                });
    }

    private void list(int id, int entry) {
        var before = listed.get(id);
        var after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = entry;
        listed.set(id, after);
    }

    /** A pattern that needs no word has none: its table must see to that. */
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

    /** The entries worth trying, in the order of their table. */
    public List<T> worthTrying(Passage passage) {
        var present = present(passage);
        if (present.length == 0) {
            return List.of();
        }
        var found = new BitSet(entries.size());
        for (int id : present) {
            for (int entry : listed.get(id)) {
                found.set(entry);
            }
        }
        var worth = new ArrayList<T>();
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            if (entries.get(i).mayMatch(present)) {
                worth.add(entries.get(i).value());
            }
        }
        return worth;
    }

    /** Ids of the words of the passage that stand in any pattern. */
    private int[] present(Passage passage) {
        var present = new int[passage.size()];
        int size = 0;
        for (int i = 0; i < present.length; i++) {
            var id = ids.get(passage.word(i));
            if (id != null) {
                present[size++] = id;
            }
        }
        return Arrays.copyOf(present, size);
    }
}
