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
    private final WordIds ids;
    private int[][] listed = {};

    /**
     * @param common words that most sentences have: bad signs of any pattern
     * @param ids the words of the patterns
     */
    public Catalogue(
            List<T> values, Function<T, Pattern> pattern, Set<String> common, WordIds ids) {
        this.ids = ids;
        var uses = new HashMap<String, Integer>();
        for (var value : values) {
            pattern.apply(value).words().forEach(word -> uses.merge(word, 1, Integer::sum));
        }
        common.forEach(word -> uses.put(word, COMMON));
        values.forEach(value -> add(value, pattern.apply(value), uses));
    }

    /** What has a pattern, with the words that it needs. */
    private record Entry<T>(T value, List<IdSet> needs) {
        boolean mayMatch(int[] present) {
            for (var need : needs) {
                if (!need.containsAny(present)) {
                    return false;
                }
            }
            return true;
        }
    }

    private void add(T value, Pattern pattern, Map<String, Integer> uses) {
        var needs = pattern.needs().stream().map(ids::all).toList();
        for (var word : rarest(pattern, uses)) {
            list(ids.of(word), entries.size());
        }
        entries.add(new Entry<>(value, needs));
    }

    private void list(int id, int entry) {
        if (id >= listed.length) {
            int before = listed.length;
            listed = Arrays.copyOf(listed, Math.max(id + 1, ids.size()));
            Arrays.fill(listed, before, listed.length, NONE);
        }
        var before = listed[id];
        listed[id] = Arrays.copyOf(before, before.length + 1);
        listed[id][before.length] = entry;
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
            for (int entry : id < listed.length ? listed[id] : NONE) {
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
            int id = passage.id(i);
            if (id != WordIds.UNKNOWN) {
                present[size++] = id;
            }
        }
        return Arrays.copyOf(present, size);
    }
}
