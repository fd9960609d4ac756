package gleaner.postgres.migration;

import java.time.Duration;

/** How long something may go without getting on. Thread-safe: one works, another waits for it. */
final class Patience {
    private final Duration limit;
    private volatile long began = System.nanoTime();

    Patience(Duration limit) {
        this.limit = limit;
    }

    /** It got on. */
    void begin() {
        began = System.nanoTime();
    }

    /** What is left, zero or less where it is over. */
    Duration left() {
        return limit.minusNanos(System.nanoTime() - began);
    }
}
