package gleaner.postgres.migration;

import java.time.Duration;

/**
 * How far a long step of a migration is.
 *
 * @param step what is done, for people
 * @param done rows
 * @param total rows, as many as there were at the beginning
 * @param elapsed since the step began, or went on
 */
public record Progress(String step, long done, long total, Duration elapsed) {
    public Progress {
        if (done < 0 || total < 0) {
            throw new IllegalArgumentException(done + " of " + total + " rows");
        }
    }

    /** From 0 to 1. */
    public double share() {
        return total == 0 ? 1 : Math.min(1, (double) done / total);
    }

    /** Rows a second, on the average. */
    public long rate() {
        return Math.round(done / Math.max(0.001, elapsed.toMillis() / 1000.0));
    }

    /** How long the rest takes at this rate. */
    public Duration left() {
        return rate() == 0 ? Duration.ZERO : Duration.ofSeconds(Math.max(0, total - done) / rate());
    }
}
