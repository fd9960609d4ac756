package gleaner.postgres.statement;

import gleaner.memory.Slot;
import java.util.Optional;

/** What the key of a {@link Slot} tells of where its beliefs are stored. */
public final class SlotKey {
    private static final String PREFERENCE = "preference:";

    private SlotKey() {}

    /** Whether its belief stands in the user's preferences, and not among the facts. */
    public static boolean isPreference(Slot slot) {
        return slot.key().startsWith(PREFERENCE);
    }

    /** The key in the preferences. */
    public static String preference(Slot slot) {
        return slot.key().substring(PREFERENCE.length());
    }

    /** The folded name of the entity that the slot is about; nothing where it is single-valued. */
    static Optional<String> entity(Slot slot) {
        int colon = slot.key().indexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(slot.key().substring(colon + 1));
    }
}
