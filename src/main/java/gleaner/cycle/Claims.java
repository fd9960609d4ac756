package gleaner.cycle;

import static java.util.Objects.requireNonNull;

import gleaner.cycle.MemoryStore.ClaimRequest;
import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes partitions over: asks the log where it begins and ends, claims in the store, opens a lane,
 * and lets the log deliver from where the context of the first record begins.
 *
 * <p>An answer may come when the partition has been taken away again, or has been claimed anew:
 * then it is dropped.
 */
final class Claims {
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private final RecordSource source;
    private final RetryingStore store;
    private final Lanes lanes;
    private final Intake intake;
    private final CycleLimits limits;
    private final InitialPosition initialPosition;
    private final CycleMetrics metrics;

    Claims(
            RecordSource source,
            RetryingStore store,
            Lanes lanes,
            Intake intake,
            CycleLimits limits,
            InitialPosition initialPosition,
            CycleMetrics metrics) {
        this.source = source;
        this.store = store;
        this.lanes = lanes;
        this.intake = intake;
        this.limits = limits;
        this.initialPosition = initialPosition;
        this.metrics = metrics;
    }

    /** Claims those of these partitions that stay assigned, however long it takes. */
    Future<Void> claim(Set<Partition> partitions) {
        var bounds = new HashMap<Partition, LogBounds>();
        return store.claim(
                        () -> requests(partitions, bounds),
                        () -> !stillAssigned(partitions).isEmpty())
                .compose(claims -> begin(claims.values(), bounds))
                .onFailure(dropped ->
                        LOG.atInfo()
                                .addKeyValue("partitions", partitions)
                                .log("claim given up: the partitions were taken away"))
                .otherwiseEmpty();
    }

    private Set<Partition> stillAssigned(Set<Partition> partitions) {
        return partitions.stream().filter(lanes::isAssigned).collect(Collectors.toSet());
    }

    private Future<Collection<ClaimRequest>> requests(
            Set<Partition> partitions, Map<Partition, LogBounds> known) {
        return source.bounds(stillAssigned(partitions))
                .map(all -> {
                    known.putAll(all);
                    var requests = new ArrayList<ClaimRequest>();
                    all.forEach((partition, bounds) -> {
                        requests.add(
                                new ClaimRequest(
                                        partition,
                                        bounds.topicId(),
                                        bounds.beginning(),
                                        bounds.end(),
                                        initialPosition.in(bounds)));
                    });
                    return requests;
                });
    }

    private Future<Void> begin(Collection<Claim> claims, Map<Partition, LogBounds> bounds) {
        var starts = new HashMap<Partition, Long>();
        for (var claim : claims) {
            if (isCurrent(claim)) {
                open(claim, requireNonNull(bounds.get(claim.partition())), starts);
            }
        }
        return source.start(starts);
    }

    private boolean isCurrent(Claim claim) {
        var newer =
                lanes.find(claim.partition())
                        .filter(l -> l.claim().ownerEpoch() >= claim.ownerEpoch());
        return lanes.isAssigned(claim.partition()) && newer.isEmpty();
    }

    private void open(Claim claim, LogBounds bounds, Map<Partition, Long> starts) {
        if (claim.parked() != null) {
            lanes.park(claim.partition(), claim.parked());
            metrics.parked(claim.partition());
            LOG.atError()
                    .addKeyValue("partition", claim.partition())
                    .addKeyValue("position", claim.position())
                    .addKeyValue("reason", claim.parked())
                    .log("partition parked: it is not read until somebody decides where to go on");
            return;
        }
        // An earlier claim may have been granted meanwhile: what it let in must not go on under
        // this one, behind records that
        // ended with the earlier lane.
        intake.purge(claim.partition());
        var start = Math.max(bounds.beginning(), claim.position() - limits.contextRecords());
        var contexts =
                new ConversationContexts(
                        limits.contextRecords(), limits.contextTurns(), limits.contextAge());
        lanes.open(new Lane(claim, bounds.topicId(), start, limits.underWay(), contexts));
        starts.put(claim.partition(), start);
        metrics.position(claim.partition(), claim.position());
        LOG.atInfo()
                .addKeyValue("partition", claim.partition())
                .addKeyValue("position", claim.position())
                .addKeyValue("contextFrom", start)
                .addKeyValue("ownerEpoch", claim.ownerEpoch())
                .log("partition claimed");
        if (claim.suspicion().isCareful()) {
            LOG.atWarn()
                    .addKeyValue("partition", claim.partition())
                    .addKeyValue("position", claim.position())
                    .addKeyValue("deaths", claim.suspicion().deaths())
                    .log("owners died here without progress; the next records are tried alone");
        }
    }

    /** Gives claims back in order; a failure only makes the next owner suspect a crash. */
    Future<Void> release(List<Claim> claims) {
        claims.forEach(c -> metrics.released(c.partition()));
        return claims.isEmpty()
                ? Future.succeededFuture()
                : store.release(claims)
                        .otherwise(failure -> {
                            LOG.atWarn()
                                    .addKeyValue("partitions", claims.size())
                                    .addKeyValue("failure", failure.getClass().getSimpleName())
                                    .log("claims not given back in order");
                            return null;
                        });
    }
}
