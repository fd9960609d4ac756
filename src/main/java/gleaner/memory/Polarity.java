package gleaner.memory;

import java.util.Locale;

/** Whether a statement speaks for its entity, or against it (a dislike, or a denial). */
public enum Polarity {
    POSITIVE,
    NEGATIVE;

    /** The name as it is stored and printed. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
