package gleaner;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Waits for what happens elsewhere, up to a deadline that only a broken build reaches. */
public final class Eventually {
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private Eventually() {}

    public static void until(Callable<Boolean> condition, Supplier<String> orElse)
            throws Exception {
        var deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + DEADLINE + ": " + orElse.get());
            }
            Thread.sleep(20);
        }
    }
}
