package gleaner.faults.relay;

import java.time.Duration;

/**
 * What can go wrong with the bytes of one direction. Named and meant as in Toxiproxy, whose "down"
 * is {@link Relay#down}; {@link Stalled} is ours.
 */
public sealed interface Toxic {

    /** Everything arrives later, by this much, more or less. */
    record Latency(Duration delay, Duration jitter) implements Toxic {}

    /** No more than this much goes through in a second. */
    record Bandwidth(int bytesPerSecond) implements Toxic {
        public Bandwidth {
            if (bytesPerSecond < 1) {
                throw new IllegalArgumentException(bytesPerSecond + " bytes a second; 1 or more");
            }
        }
    }

    /** The end of the connection is told later. */
    record SlowClose(Duration delay) implements Toxic {}

    /**
     * Nothing arrives, ever; the connection ends so long after the first bytes that did not. Zero
     * is never: a black hole.
     */
    record Timeout(Duration after) implements Toxic {}

    /** The connection is reset, so long after the first bytes that came. */
    record ResetPeer(Duration after) implements Toxic {}

    /** Bytes arrive in small parts, with pauses between them. */
    record Slicer(int averageSize, int variation, Duration pause) implements Toxic {
        public Slicer {
            if (averageSize <= variation || variation < 0) {
                throw new IllegalArgumentException(
                        "parts of " + averageSize + " bytes, give or take " + variation);
            }
        }
    }

    /** The connection ends behind so many bytes. */
    record LimitData(long bytes) implements Toxic {}

    /**
     * Nothing arrives while this lasts, and all of it afterwards, however late: as TCP does when a
     * cable is put back before either end gave up.
     */
    record Stalled() implements Toxic {}
}
