package gleaner.cycle;

import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls, one poll after the other, whatever happens further on: so the group keeps us as a member.
 * A poll that fails is repeated after a pause, or a broken log would be asked thousands of times a
 * second.
 */
final class PollLoop {
    private static final Logger LOG = LoggerFactory.getLogger(PollLoop.class);

    private final Vertx vertx;
    private final RecordSource source;
    private final Backoff backoff;
    private final Consumer<List<SourceRecord>> records;
    private final Consumer<Set<Partition>> positionsLost;
    private volatile long lastPollNanos = System.nanoTime();
    private volatile @Nullable Long failingSinceNanos;
    private int failedPolls;
    private boolean isStopped;

    /**
     * Builds a loop that is not running yet.
     *
     * @param records taken by the cycle, on its event loop, before the next poll
     * @param positionsLost partitions whose position the log does not hold
     */
    PollLoop(
            Vertx vertx,
            RecordSource source,
            Backoff backoff,
            Consumer<List<SourceRecord>> records,
            Consumer<Set<Partition>> positionsLost) {
        this.vertx = vertx;
        this.source = source;
        this.backoff = backoff;
        this.records = records;
        this.positionsLost = positionsLost;
    }

    void poll() {
        if (!isStopped) {
            source.poll().onComplete(this::polled);
        }
    }

    void stop() {
        isStopped = true;
    }

    /** How long ago the last poll ended, well or not; from any thread. */
    Duration sinceLastPoll() {
        return Duration.ofNanos(System.nanoTime() - lastPollNanos);
    }

    /** How long every poll has failed by now; zero while the last one went well. */
    Duration failingFor() {
        var since = failingSinceNanos;
        return since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    private void polled(AsyncResult<List<SourceRecord>> result) {
        lastPollNanos = System.nanoTime();
        if (result.succeeded()) {
            failedPolls = 0;
            failingSinceNanos = null;
            records.accept(result.result());
            poll();
        } else if (!isStopped) {
            failed(result.cause());
        }
    }

    private void failed(Throwable failure) {
        if (failedPolls == 0) {
            failingSinceNanos = System.nanoTime();
        }
        LOG.atWarn()
                .addKeyValue("failure", failure.getClass().getSimpleName())
                .addKeyValue("tries", failedPolls + 1)
                .log("poll failed; polling again");
        if (failure instanceof PositionLost lost) {
            positionsLost.accept(lost.partitions());
        }
        vertx.setTimer(backoff.pauseMillis(failedPolls++), id -> poll());
    }
}
