package gleaner;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Notes when the whole process stood still: a thread that only sleeps and looks at the clock was
 * late then too, so it was the machine or the garbage collector, and no work on anybody's thread.
 */
final class Stalls implements AutoCloseable {
    private static final long NAP_NANOS = 2_000_000;
    private static final long LATE_MILLIS = 10;

    private final Queue<Stall> stalls = new ConcurrentLinkedQueue<>();
    private final Thread watch =
            Thread.ofPlatform().daemon().name("stall-watch").start(this::watch);

    private record Stall(long from, long to) {}

    private void watch() {
        var last = System.currentTimeMillis();
        while (!Thread.interrupted()) {
            LockSupport.parkNanos(NAP_NANOS);
            var now = System.currentTimeMillis();
            if (now - last > LATE_MILLIS) {
                stalls.add(new Stall(last, now));
            }
            last = now;
        }
    }

    /** How much of this time, in epoch milliseconds, the process stood still. */
    long millisWithin(long from, long to) {
        return stalls.stream()
                .mapToLong(s -> Math.max(0, Math.min(to, s.to()) - Math.max(from, s.from())))
                .sum();
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
