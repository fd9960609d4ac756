package gleaner.cycle;

import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, once in a while, whether somebody changed under us what we work on: a topic that was made
 * anew while its offsets still fit, a position that an operator moved, a parked partition that an
 * operator let go on, a database that was put back to an earlier state. Each is started again, and
 * the claim decides.
 *
 * <p>A look that fails is no news: whoever works meets the same failure, and says so.
 */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Vertx vertx;
    private final RecordSource source;
    private final MemoryStore store;
    private final CycleLimits limits;
    private final Lanes lanes;
    private final Ownership ownership;

    Watch(Vertx vertx, CycleParts parts, Lanes lanes, Ownership ownership) {
        this.vertx = vertx;
        this.source = parts.source();
        this.store = parts.store();
        this.limits = parts.limits();
        this.lanes = lanes;
        this.ownership = ownership;
    }

    /** Looks at every interval until stopped. */
    void start() {
        vertx.setTimer(limits.watchInterval().toMillis(), id -> look());
    }

    private void look() {
        Future.join(lookAtTopics(), lookAtClaims()).onComplete(looked -> start());
    }

    private Future<Void> lookAtTopics() {
        var open = lanes.openPartitions();
        return open.isEmpty()
                ? Future.succeededFuture()
                : source.bounds(open).onSuccess(this::compareTopics).mapEmpty();
    }

    private void compareTopics(Map<Partition, LogBounds> bounds) {
        restart(
                "the topic was made anew",
                bounds.entrySet().stream()
                        .filter(e ->
                                lanes.find(e.getKey())
                                        .filter(l -> !l.topicId().equals(e.getValue().topicId()))
                                        .isPresent())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    private Future<Void> lookAtClaims() {
        var ours = lanes.workedOnOrParked();
        if (ours.isEmpty()) {
            return Future.succeededFuture();
        }
        // As it is before the answer: a write that commits meanwhile may not be in it.
        var committed = lanes.all().stream().collect(Collectors.toMap(l -> l, Lane::committed));
        return store.read(ours)
                .onSuccess(now -> {
                    compareClaims(now);
                    comparePositions(now, committed);
                })
                .mapEmpty();
    }

    private void comparePositions(Map<Partition, Claim> now, Map<Lane, Long> committed) {
        restart(
                "the database knows less than what was committed: it is an earlier one",
                committed.entrySet().stream()
                        .filter(e -> e.getKey().isOpen())
                        .filter(e -> isBehind(now.get(e.getKey().partition()), e.getValue()))
                        .map(e -> e.getKey().partition())
                        .collect(Collectors.toSet()));
    }

    private static boolean isBehind(@Nullable Claim now, long committed) {
        return now == null || now.position() < committed;
    }

    private void compareClaims(Map<Partition, Claim> now) {
        restart(
                "the claim or the position was changed by somebody else",
                now.values().stream()
                        .filter(claim ->
                                lanes.find(claim.partition())
                                        .filter(l -> l.claim().ownerEpoch() < claim.ownerEpoch())
                                        .isPresent())
                        .map(Claim::partition)
                        .collect(Collectors.toSet()));
        restart(
                "the partition is parked no more",
                now.values().stream()
                        .filter(claim -> claim.parked() == null)
                        .map(Claim::partition)
                        .filter(lanes::isParked)
                        .collect(Collectors.toSet()));
    }

    private void restart(String why, Set<Partition> partitions) {
        if (!partitions.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("partitions", partitions)
                    .addKeyValue("why", why)
                    .log("starting again from what is committed");
            ownership.restart(partitions);
        }
    }
}
