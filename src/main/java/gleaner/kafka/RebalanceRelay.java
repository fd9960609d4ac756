package gleaner.kafka;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.toUnmodifiableSet;

import gleaner.cycle.RecordSource.AssignmentListener;
import gleaner.event.Partition;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the news of rebalances from the poll thread to the event loop, and lets a revocation wait
 * for the listener.
 *
 * <p>No deadlock: only the poll thread waits, never the event loop, and it waits for a limited time
 * that {@link #close} cuts short.
 */
final class RebalanceRelay implements Rebalances {
    private static final Logger log = LoggerFactory.getLogger(RebalanceRelay.class);

    private final Context eventLoop;
    private final AssignedPartitions assigned;
    private final AssignmentListener listener;
    private final Duration revokeTimeout;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    RebalanceRelay(
            Context eventLoop,
            AssignedPartitions assigned,
            AssignmentListener listener,
            Duration revokeTimeout) {
        this.eventLoop = eventLoop;
        this.assigned = assigned;
        this.listener = listener;
        this.revokeTimeout = revokeTimeout;
    }

    /** From here on the listener hears nothing more, and nobody waits for it. */
    void close() {
        closed.complete(null);
    }

    @Override
    public void assigned(List<Assignment> assignments) {
        var partitions =
                assignments.stream().map(Assignment::partition).collect(toUnmodifiableSet());
        tell(() -> {
            assigned.add(assignments);
            listener.assigned(partitions);
        });
    }

    @Override
    public void revoked(Set<Partition> partitions) {
        var released = new CompletableFuture<Void>();
        tell(() -> {
            assigned.remove(partitions);
            release(partitions).onComplete(done -> released.complete(null));
        });
        await(released, partitions);
    }

    @Override
    public void lost(Set<Partition> partitions) {
        tell(() -> {
            assigned.remove(partitions);
            listener.lost(partitions);
        });
    }

    private void tell(Runnable news) {
        if (!closed.isDone()) {
            eventLoop.runOnContext(now -> {
                if (!closed.isDone()) {
                    news.run();
                }
            });
        }
    }

    /** A listener that throws must not hold up the group. */
    private Future<Void> release(Set<Partition> partitions) {
        return Future.<Void>future(promise -> listener.revoked(partitions).onComplete(promise))
                .onFailure(e ->
                        log.atWarn()
                                .addKeyValue("partitions", partitions)
                                .setCause(e)
                                .log(
                                        "Partitions were not released in order; their next owner"
                                            + " starts at the committed position all the same"));
    }

    private void await(CompletableFuture<Void> released, Set<Partition> partitions) {
        try {
            CompletableFuture.anyOf(released, closed).get(revokeTimeout.toMillis(), MILLISECONDS);
        } catch (TimeoutException e) {
            log.atWarn()
                    .addKeyValue("partitions", partitions)
                    .addKeyValue("waitedMs", revokeTimeout.toMillis())
                    .log(
                            "Gave up partitions before what was in flight had ended; its write will"
                                    + " be fenced");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new AssertionError("neither future is ever failed", e);
        }
    }
}
