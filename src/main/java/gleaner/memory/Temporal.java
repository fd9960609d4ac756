package gleaner.memory;

import java.util.Locale;

/** When a statement holds, seen from the moment it was said. */
public enum Temporal {
    PAST,
    CURRENT,
    FUTURE;

    /** The name as it is stored and printed. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
