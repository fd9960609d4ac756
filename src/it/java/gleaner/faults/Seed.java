package gleaner.faults;

import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Where all chance of a trial comes from: the system property {@code faults.seed}, or a new one.
 *
 * <p>It fixes the events and what is done when, not how processes and threads interleave: a failure
 * comes back with its seed often, not always.
 */
record Seed(long value) {

    static Seed chosen() {
        var given = System.getProperty("faults.seed");
        return new Seed(given == null ? System.nanoTime() & 0xFFFF_FFFFL : Long.parseLong(given));
    }

    /**
     * A generator of its own for each purpose, so that one more draw here changes nothing there.
     */
    RandomGenerator random(String purpose) {
        return new Random(value * 31 + purpose.hashCode());
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
