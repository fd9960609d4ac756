package gleaner.extract.text;

import java.util.Collection;

/** A set of {@link WordClass}es, a bit each: asked for a hundred times a sentence. */
@SuppressWarnings("EnumOrdinal") // never leaves this class, nor the process
final class WordClasses {
    static final WordClasses NONE = new WordClasses(0, 0);

    private final long low;
    private final long high;

    private WordClasses(long low, long high) {
        this.low = low;
        this.high = high;
    }

    static WordClasses of(Collection<WordClass> classes) {
        long low = 0;
        long high = 0;
        for (var one : classes) {
            if (one.ordinal() < Long.SIZE) {
                low |= 1L << one.ordinal();
            } else {
                high |= 1L << (one.ordinal() - Long.SIZE);
            }
        }
        return new WordClasses(low, high);
    }

    boolean has(WordClass one) {
        int bit = one.ordinal();
        return ((bit < Long.SIZE ? low >>> bit : high >>> (bit - Long.SIZE)) & 1) != 0;
    }
}
