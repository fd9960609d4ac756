package gleaner.doctor;

import java.util.Locale;

/** What a finding means for whoever wants to run the worker; the heaviest first. */
public enum Weight {
    /** The worker cannot run. */
    BLOCKS,
    /** Somebody should do something first: a migration would be refused, or a later write. */
    ASKS,
    /** Worth knowing, or worth doing some day. */
    TELLS,
    /** As it should be. */
    FINE;

    /** The name as it is printed. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
