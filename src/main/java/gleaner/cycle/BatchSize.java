package gleaner.cycle;

import java.time.Duration;

/**
 * How many records the next batch may hold: fewer after a transaction that took too long, more
 * again while full ones stay well in time.
 *
 * <p>Shrinks in proportion, at most to a half at a time, and grows by a quarter, so that it settles
 * below what the database can do in the target time and is quick to give way. Confined to the
 * cycle's event loop.
 */
final class BatchSize {
    private static final int GROWTH = 4;

    private final int max;
    private final Duration target;
    private int records;

    /**
     * Begins with the largest size.
     *
     * @param max records of a batch at most
     * @param target how long a transaction may take
     */
    BatchSize(int max, Duration target) {
        this.max = max;
        this.target = target;
        this.records = max;
    }

    /** How many records the next batch may hold, at least 1. */
    int records() {
        return records;
    }

    /** A batch of so many records took so long. */
    void took(int written, Duration time) {
        var share = (double) time.toNanos() / target.toNanos();
        if (share > 1) {
            shrinkTo((int) (written / Math.min(2, share)));
        } else if (share < 0.5 && written >= records) {
            records = Math.min(max, records + Math.max(1, records / GROWTH));
        }
    }

    /** The database gave up on a batch of so many records. */
    void tooLong(int tried) {
        shrinkTo(tried / 2);
    }

    private void shrinkTo(int size) {
        records = Math.max(1, Math.min(records, size));
    }
}
