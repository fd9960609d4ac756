package gleaner.cycle;

import gleaner.event.SourceRecord;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The worker's sentence: poll, decode, extract, reduce, write, commit, over and over.
 *
 * <p>Everything here runs on one event loop. One poll is in flight at any time, so that the group
 * keeps us as a member whatever happens further on; while the intake is full the partitions are
 * paused.
 */
public final class EnrichmentCycle {
    /** What giving the claims back may take at the end. */
    private static final Duration RELEASE = Duration.ofSeconds(2);

    private final RecordSource source;
    private final Lanes lanes = new Lanes();
    private final Intake intake = new Intake();
    private final Admission admission;
    private final Backpressure backpressure;
    private final Ownership ownership;
    private final BatchFlow batches;
    private final PollLoop polling;
    private final Watch watch;
    private boolean isDraining;

    private EnrichmentCycle(Vertx vertx, CycleParts parts) {
        source = parts.source();
        var limits = parts.limits();
        var metrics = parts.metrics();
        var store =
                new RetryingStore(vertx, parts.store(), parts.backoff(), parts.outage(), metrics);
        var claims =
                new Claims(source, store, lanes, intake, limits, parts.initialPosition(), metrics);
        var size = new BatchSize(limits.batchRecords(), limits.batchTime());
        backpressure = new Backpressure(source, lanes, intake, limits);
        admission = new Admission(lanes, intake, limits.gaps(), metrics);
        ownership = new Ownership(vertx, parts, lanes, intake, claims, store, backpressure);
        batches =
                new BatchFlow(
                        vertx,
                        limits,
                        new BatchForming(limits, size, lanes, intake),
                        ReadStage.of(parts),
                        new WriteStage(store, source, size, metrics),
                        store,
                        ownership,
                        this::regulate);
        polling = new PollLoop(vertx, source, parts.backoff(), this::takeIn, ownership::restart);
        watch = new Watch(vertx, parts, lanes, ownership);
    }

    /** A cycle of these parts; it does nothing before {@link #start}. */
    public static EnrichmentCycle of(Vertx vertx, CycleParts parts) {
        return new EnrichmentCycle(vertx, parts);
    }

    /** Joins the group and begins. */
    public Future<Void> start() {
        return source.open(ownership)
                .onSuccess(open -> {
                    polling.poll();
                    watch.start();
                });
    }

    /** How it stands; from any thread. */
    public CycleStatus status() {
        return ownership.status();
    }

    /** How long ago the last poll ended, well or not; from any thread. */
    public Duration sinceLastPoll() {
        return polling.sinceLastPoll();
    }

    /**
     * How long every poll has failed by now, zero while the last one went well; from any thread.
     */
    public Duration pollsFailingFor() {
        return polling.failingFor();
    }

    /** Takes up nothing new; the future completes when what is in flight is committed. */
    public Future<Void> drain() {
        isDraining = true;
        ownership.end();
        return batches.end();
    }

    /**
     * Gives the claims back and leaves the group, whether or not everything in flight was
     * committed. A database that does not answer is not waited for: a claim that was not given back
     * costs the next owner a suspicion, and nothing else.
     */
    public Future<Void> close() {
        isDraining = true;
        polling.stop();
        return ownership
                .releaseAll()
                .timeout(RELEASE.toMillis(), TimeUnit.MILLISECONDS)
                .otherwiseEmpty()
                .eventually(source::close);
    }

    private void takeIn(List<SourceRecord> records) {
        records.forEach(admission::admit);
        ownership.parkWhatEnded();
        regulate();
        batches.consider();
    }

    private void regulate() {
        if (!isDraining) {
            backpressure.regulate();
        }
    }
}
