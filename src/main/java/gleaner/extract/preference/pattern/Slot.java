package gleaner.extract.preference.pattern;

import java.util.List;
import java.util.Set;

/** A place in a pattern that takes words by their meaning: a name, a language, a time zone. */
@FunctionalInterface
public interface Slot {
    /** Most tokens that a slot may take: keeps the cost of a pattern bounded. */
    int MAX_TOKENS = 8;

    /** The ways to fill the slot from this token on, the best first; none where it does not fit. */
    List<Filling> at(Passage passage, int position);

    /** Words of which every filling holds one; empty where there is no such list. */
    default Set<String> words() {
        return Set.of();
    }
}
