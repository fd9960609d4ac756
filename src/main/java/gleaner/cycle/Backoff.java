package gleaner.cycle;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between tries: exponential with full jitter, so that many workers do not come back at
 * once.
 *
 * @param first upper bound of the first pause
 * @param max upper bound of every pause
 */
public record Backoff(Duration first, Duration max, RandomGenerator random) {
    public Backoff {
        if (first.toMillis() < 1 || max.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "pauses from " + first + " to " + max + "; allowed is 1 ms or more, rising");
        }
    }

    /**
     * The pause before the next try, in milliseconds: uniform in 1 ms to the bound of this try (0
     * is the first).
     */
    public long pauseMillis(int tries) {
        var bound = Math.min(max.toMillis(), first.toMillis() << Math.min(tries, 30));
        return random.nextLong(1, Math.max(2, bound + 1));
    }
}
