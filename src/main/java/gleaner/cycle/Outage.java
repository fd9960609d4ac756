package gleaner.cycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the store answers, and since when it does not: what readiness and the end after a fatal
 * failure are decided by. Written on the event loop of the cycle, read from any thread.
 */
public final class Outage {
    private final Clock clock;
    private volatile @Nullable Ongoing ongoing;

    /**
     * A failure that lasts.
     *
     * @param fatal waiting will not mend it
     */
    public record Ongoing(Instant since, String sqlState, boolean fatal) {}

    public Outage(Clock clock) {
        this.clock = clock;
    }

    /** The store failed once more; a fatal failure counts from when it first was one. */
    void failed(String sqlState, boolean fatal) {
        var before = ongoing;
        var since = before != null && before.fatal() == fatal ? before.since() : clock.instant();
        ongoing = new Ongoing(since, sqlState, fatal);
    }

    void over() {
        ongoing = null;
    }

    /** The failure that lasts at least this long already, if there is one. */
    public Optional<Ongoing> longerThan(Duration limit) {
        return Optional.ofNullable(ongoing)
                .filter(o -> !clock.instant().isBefore(o.since().plus(limit)));
    }
}
