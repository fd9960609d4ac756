package gleaner.bench.jsonb;

import java.util.Locale;

/** Numbers as a reader wants them: three digits that count, and a unit. */
final class Figures {
    private static final long KILO = 1_000;

    private Figures() {}

    static String millis(double millis) {
        return digits(millis) + " ms";
    }

    /** With the middle half of the rounds. */
    static String ratio(Spread ratio) {
        return "%s [%s–%s]"
                .formatted(digits(ratio.median()), digits(ratio.low()), digits(ratio.high()));
    }

    static String bytes(double bytes) {
        if (bytes < 10 * KILO) {
            return String.format(Locale.ROOT, "%,.0f B", bytes);
        }
        return bytes < 10 * KILO * KILO
                ? String.format(Locale.ROOT, "%,.0f kB", bytes / KILO)
                : String.format(Locale.ROOT, "%,.0f MB", bytes / KILO / KILO);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    static String digits(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }
}
