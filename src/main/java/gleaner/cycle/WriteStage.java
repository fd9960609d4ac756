package gleaner.cycle;

import gleaner.event.Partition;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one batch at a time and moves the lanes' committed positions with it. What comes back from
 * a write that failed is decided by what the database says is committed, never by what we remember.
 */
final class WriteStage {
    private static final Logger LOG = LoggerFactory.getLogger(WriteStage.class);

    private final Bisection bisection;
    private final RetryingStore store;
    private final RecordSource source;
    private final BatchSize size;
    private final CycleMetrics metrics;

    WriteStage(RetryingStore store, RecordSource source, BatchSize size, CycleMetrics metrics) {
        this.bisection = new Bisection(store, size, metrics);
        this.store = store;
        this.source = source;
        this.size = size;
        this.metrics = metrics;
    }

    /**
     * Applies what still belongs to open lanes.
     *
     * @return the lanes that must start again from what is committed; empty where all went well
     */
    Future<Collection<Lane>> write(ReadBatch batch) {
        var start = System.nanoTime();
        var live = batch.stillOpen();
        return Future.succeededFuture(live)
                .compose(open ->
                        open.toWrite()
                                .map(transaction -> write(open, transaction, start))
                                .orElseGet(() -> Future.succeededFuture(Set.of())))
                .recover(failure -> startAgain(live, failure));
    }

    /**
     * Whatever goes wrong, a lane that stays open must not go on behind records that were not
     * applied, and the next batch must not wait for this one for ever.
     */
    private static Future<Collection<Lane>> startAgain(ReadBatch live, Throwable failure) {
        LOG.atWarn()
                .addKeyValue("failure", failure.getClass().getSimpleName())
                .addKeyValue(
                        "at",
                        failure.getStackTrace().length > 0 ? failure.getStackTrace()[0] : "unknown")
                .log("outcome of a batch unknown; starting again from the committed positions");
        return Future.succeededFuture(live.lanes());
    }

    private Future<Collection<Lane>> write(ReadBatch live, WriteBatch transaction, long start) {
        return bisection
                .write(transaction, live::allOpen)
                .compose(outcome -> settle(live, transaction, outcome, start));
    }

    private Future<Collection<Lane>> settle(
            ReadBatch live, WriteBatch transaction, WriteOutcome outcome, long start) {
        return switch (outcome) {
            case WriteOutcome.Committed committed -> {
                committed(live, transaction, committed, start);
                yield Future.succeededFuture(Set.of());
            }
            case WriteOutcome.Fenced(var partitions) -> {
                metrics.fenced(partitions.size());
                yield reconcile(live, transaction, start);
            }
            // Given up, because lanes were closed while the store was away: the rest is still to be
            // written.
            case WriteOutcome.Unavailable _,
                    WriteOutcome.TooLong _,
                    WriteOutcome.Fatal _,
                    WriteOutcome.Refused _ ->
                    write(live);
        };
    }

    private void committed(
            ReadBatch live, WriteBatch transaction, WriteOutcome.Committed outcome, long start) {
        var took = Duration.ofNanos(System.nanoTime() - start);
        size.took(transaction.effects().size(), took);
        metrics.applied(transaction.effects().size(), outcome, took);
        moveTo(
                live,
                transaction.advances().stream()
                        .collect(
                                Collectors.toMap(
                                        PartitionAdvance::partition, PartitionAdvance::to)));
    }

    private void moveTo(ReadBatch live, Map<Partition, Long> positions) {
        var reported = new TreeMap<Partition, Long>();
        for (var lane : live.lanes()) {
            var position = positions.get(lane.partition());
            if (position != null) {
                lane.committedUpTo(position);
                metrics.position(lane.partition(), position);
                reported.put(lane.partition(), position);
            }
        }
        source.report(reported);
    }

    /**
     * The compare-and-set missed. Either an earlier try of this very transaction went through and
     * only its reply was lost, or somebody else owns a partition now, or the database stands behind
     * us after a fail-over.
     */
    private Future<Collection<Lane>> reconcile(ReadBatch live, WriteBatch transaction, long start) {
        var partitions =
                transaction.advances().stream()
                        .map(PartitionAdvance::partition)
                        .collect(Collectors.toSet());
        return store.read(partitions, live::allOpen)
                .map(now -> {
                    if (transaction.advances().stream()
                            .allMatch(a -> isApplied(a, now.get(a.partition())))) {
                        committed(live, transaction, new WriteOutcome.Committed(0, 0, 0), start);
                        return Set.of();
                    }
                    LOG.atWarn()
                            .addKeyValue("partitions", partitions)
                            .log("batch fenced; starting again from the committed positions");
                    return live.lanes();
                });
    }

    private static boolean isApplied(
            PartitionAdvance advance, @org.jspecify.annotations.Nullable Claim now) {
        return now != null
                && now.ownerEpoch() == advance.ownerEpoch()
                && now.position() == advance.to();
    }
}
