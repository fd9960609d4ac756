package gleaner.faults;

import java.util.Locale;

/** How much a fault is tried: system property {@code faults}, {@code short} unless set. */
enum Size {
    /** A few seconds a test, with every build. */
    SHORT,
    /** The full numbers; more than an hour in all. */
    LONG;

    static Size chosen() {
        return valueOf(System.getProperty("faults", "short").toUpperCase(Locale.ROOT));
    }

    /** The one or the other number. */
    static int of(int inShort, int inLong) {
        return switch (chosen()) {
            case SHORT -> inShort;
            case LONG -> inLong;
        };
    }
}
