package gleaner.cycle;

import gleaner.event.Partition;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which partitions are worked on: follows the rebalances of the group, and starts lanes again that
 * cannot go on. Confined to the cycle's event loop, but for {@link #status}.
 */
final class Ownership implements RecordSource.AssignmentListener {
    private final Vertx vertx;
    private final RecordSource source;
    private final CycleLimits limits;
    private final Lanes lanes;
    private final Intake intake;
    private final Claims claims;
    private final RetryingStore store;
    private final Backpressure backpressure;
    private final CycleMetrics metrics;
    private volatile CycleStatus status = CycleStatus.NONE;
    private boolean isEnding;

    Ownership(
            Vertx vertx,
            CycleParts parts,
            Lanes lanes,
            Intake intake,
            Claims claims,
            RetryingStore store,
            Backpressure backpressure) {
        this.vertx = vertx;
        this.source = parts.source();
        this.limits = parts.limits();
        this.metrics = parts.metrics();
        this.lanes = lanes;
        this.intake = intake;
        this.claims = claims;
        this.store = store;
        this.backpressure = backpressure;
    }

    /** How it stands; from any thread. */
    CycleStatus status() {
        return status;
    }

    @Override
    public void assigned(Set<Partition> partitions) {
        lanes.assign(partitions);
        noteStatus();
        claim(partitions);
    }

    @Override
    public Future<Void> revoked(Set<Partition> partitions) {
        return claims.release(drop(partitions));
    }

    @Override
    public void lost(Set<Partition> partitions) {
        drop(partitions).forEach(claim -> metrics.released(claim.partition()));
    }

    /** Fetches nothing more, and starts nothing again. */
    void end() {
        isEnding = true;
        source.pause(lanes.openPartitions());
        noteStatus();
    }

    /** Gives back whatever is still held. */
    Future<Void> releaseAll() {
        isEnding = true;
        var held = lanes.unassign(lanes.openPartitions());
        noteStatus();
        return claims.release(held);
    }

    /**
     * Gives the claims back and takes them anew: the store then says where to go on. Not at once:
     * where we were fenced by a new owner, the group is about to tell us that the partitions are
     * lost. What is being claimed already is left alone.
     */
    void restart(Set<Partition> partitions) {
        var ours = lanes.workedOnOrParked();
        ours.retainAll(partitions);
        if (!ours.isEmpty() && !isEnding) {
            var held = close(ours);
            claims.release(held).onComplete(released -> claimAfterPause(ours));
        }
    }

    /**
     * As {@link #restart}, but the claims are not given back: to the store it looks as if the
     * process had died of what it tried, and so it is counted.
     */
    void restartSuspecting(Collection<Lane> suspects) {
        var partitions = suspects.stream().map(Lane::partition).collect(Collectors.toSet());
        if (!partitions.isEmpty() && !isEnding) {
            close(partitions);
            claimAfterPause(partitions);
        }
    }

    /** Parks the partitions that end at a gap, once all before it is applied. */
    void parkWhatEnded() {
        lanes.all().forEach(lane -> lane.reachedEnd().ifPresent(gap -> park(lane, gap)));
    }

    /** The lane is closed first, so that it is parked once; the next claim finds it parked. */
    private void park(Lane lane, Gap gap) {
        close(Set.of(lane.partition()));
        store.park(lane.claim(), gap.reason(), () -> lanes.isAssigned(lane.partition()))
                .onComplete(parked -> claimAfterPause(Set.of(lane.partition())));
    }

    private List<Claim> drop(Set<Partition> partitions) {
        var held = lanes.unassign(partitions);
        partitions.forEach(intake::purge);
        noteStatus();
        return held;
    }

    private List<Claim> close(Set<Partition> partitions) {
        var held =
                partitions.stream().flatMap(p -> lanes.close(p).stream()).map(Lane::claim).toList();
        partitions.forEach(intake::purge);
        source.pause(partitions);
        noteStatus();
        return held;
    }

    private void claimAfterPause(Set<Partition> partitions) {
        vertx.setTimer(limits.restartPause().toMillis(), id -> claim(partitions));
    }

    private void claim(Set<Partition> partitions) {
        if (!isEnding) {
            claims.claim(partitions)
                    .onComplete(done -> {
                        noteStatus();
                        backpressure.hold();
                    });
        }
    }

    private void noteStatus() {
        status = lanes.status(isEnding);
    }
}
