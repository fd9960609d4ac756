package gleaner.extract.preference.pattern;

import java.util.Arrays;

/**
 * Some words of {@link WordIds}: a bit each, from the lowest on, so that a look costs no more than
 * a shift. Never changes.
 */
final class IdSet {
    static final IdSet NONE = new IdSet(0, new long[0]);

    private final int base;
    private final long[] bits;

    private IdSet(int base, long[] bits) {
        this.base = base;
        this.bits = bits;
    }

    static IdSet of(int[] ids) {
        if (ids.length == 0) {
            return NONE;
        }
        int low = Arrays.stream(ids).min().orElse(0) >> 6;
        int high = Arrays.stream(ids).max().orElse(0) >> 6;
        var bits = new long[high - low + 1];
        for (int id : ids) {
            bits[(id >> 6) - low] |= 1L << id;
        }
        return new IdSet(low, bits);
    }

    boolean isEmpty() {
        return bits.length == 0;
    }

    /** An unknown word is in no set. */
    boolean contains(int id) {
        int word = (id >> 6) - base;
        return word >= 0 && word < bits.length && (bits[word] & (1L << id)) != 0;
    }

    boolean containsAny(int[] ids) {
        for (int id : ids) {
            if (contains(id)) {
                return true;
            }
        }
        return false;
    }
}
