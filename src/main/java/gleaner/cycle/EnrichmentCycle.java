package gleaner.cycle;

import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker's sentence: poll, decode, extract, reduce, write, commit, over and over.
 *
 * <p>Everything here runs on one event loop. One poll is in flight at any time, so that the group
 * keeps us as a member whatever happens further on; one batch is read and one is written at a time,
 * so that positions move in order; while the intake is full the partitions are paused.
 */
public final class EnrichmentCycle implements RecordSource.AssignmentListener {
    private static final Logger LOG = LoggerFactory.getLogger(EnrichmentCycle.class);

    private final Vertx vertx;
    private final RecordSource source;
    private final CycleLimits limits;
    private final Lanes lanes;
    private final Claims claims;
    private final ReadStage reading;
    private final WriteStage writing;
    private final PollLoop polling;
    private final Backpressure backpressure;
    private final CycleMetrics metrics;

    private final Intake intake = new Intake();
    private final Deque<ReadBatch> toWrite = new ArrayDeque<>();
    private final Promise<Void> drained = Promise.promise();
    private volatile CycleStatus status = CycleStatus.NONE;
    private int inFlight;
    private boolean isReading;
    private boolean isWriting;
    private boolean isLingering;
    private boolean isDraining;

    private EnrichmentCycle(
            Vertx vertx,
            CycleParts parts,
            Lanes lanes,
            Claims claims,
            ReadStage reading,
            WriteStage writing) {
        this.vertx = vertx;
        this.source = parts.source();
        this.limits = parts.limits();
        this.metrics = parts.metrics();
        this.lanes = lanes;
        this.claims = claims;
        this.reading = reading;
        this.writing = writing;
        this.backpressure = new Backpressure(source, lanes, intake, limits);
        this.polling = new PollLoop(vertx, source, parts.backoff(), this::takeIn, this::restart);
    }

    /** A cycle of these parts; it does nothing before {@link #start}. */
    public static EnrichmentCycle of(Vertx vertx, CycleParts parts) {
        var store =
                new RetryingStore(
                        vertx, parts.store(), parts.backoff(), parts.outage(), parts.metrics());
        var lanes = new Lanes();
        return new EnrichmentCycle(
                vertx,
                parts,
                lanes,
                new Claims(
                        parts.source(),
                        store,
                        lanes,
                        parts.limits(),
                        parts.initialPosition(),
                        parts.metrics()),
                new ReadStage(
                        parts.workers(),
                        parts.cores(),
                        new BatchReader(parts.decoder(), parts.reader()),
                        parts.metrics()),
                new WriteStage(
                        new Bisection(store, parts.metrics()),
                        store,
                        parts.source(),
                        parts.metrics()));
    }

    /** Joins the group and begins. */
    public Future<Void> start() {
        return source.open(this).onSuccess(v -> polling.poll());
    }

    /** How it stands; from any thread. */
    public CycleStatus status() {
        return status;
    }

    /** How long ago the last poll ended, well or not; from any thread. */
    public Duration sinceLastPoll() {
        return polling.sinceLastPoll();
    }

    /** Takes up nothing new; the future completes when what is in flight is committed. */
    public Future<Void> drain() {
        isDraining = true;
        source.pause(lanes.openPartitions());
        noteStatus();
        completeIfDrained();
        return drained.future();
    }

    /**
     * Gives the claims back and leaves the group, whether or not everything in flight was
     * committed.
     */
    public Future<Void> close() {
        isDraining = true;
        polling.stop();
        var held = lanes.unassign(lanes.openPartitions());
        noteStatus();
        return claims.release(held).eventually(source::close);
    }

    // --- poll

    private void takeIn(List<SourceRecord> records) {
        records.forEach(this::admit);
        regulate();
        considerBatch();
    }

    private void admit(SourceRecord record) {
        lanes.find(record.partition())
                .filter(lane -> lane.admit(record))
                .ifPresent(lane -> intake.add(record));
    }

    private void regulate() {
        if (!isDraining) {
            backpressure.regulate();
        }
    }

    private void considerBatch() {
        if (isDraining || isReading || inFlight >= limits.inFlight() || intake.records() == 0) {
            return;
        }
        if (intake.records() >= limits.batchRecords() || intake.bytes() >= limits.batchBytes()) {
            readBatch();
        } else if (!isLingering) {
            isLingering = true;
            vertx.setTimer(Math.max(1, limits.linger().toMillis()), id -> lingered());
        }
    }

    private void lingered() {
        isLingering = false;
        if (!isDraining && !isReading && inFlight < limits.inFlight() && intake.records() > 0) {
            readBatch();
        }
    }

    // --- decode, extract

    private void readBatch() {
        isReading = true;
        inFlight++;
        var batch =
                intake.take(limits.batchRecords(), limits.batchBytes()).stream()
                        .flatMap(r ->
                                lanes
                                        .find(r.partition())
                                        .map(lane -> new LaneRecord(lane, r))
                                        .stream())
                        .toList();
        reading.read(batch).onComplete(this::read);
        regulate();
    }

    private void read(AsyncResult<ReadBatch> result) {
        isReading = false;
        if (result.succeeded()) {
            toWrite.addLast(result.result());
            writeBatch();
        } else {
            inFlight--;
            LOG.atError()
                    .setCause(result.cause())
                    .log("batch could not be read; starting again from what is committed");
            restart(lanes.openPartitions());
        }
        considerBatch();
        completeIfDrained();
    }

    // --- reduce, write, commit

    private void writeBatch() {
        if (isWriting || toWrite.isEmpty()) {
            return;
        }
        isWriting = true;
        writing.write(toWrite.removeFirst()).onSuccess(this::written);
    }

    private void written(Collection<Lane> toRestart) {
        isWriting = false;
        inFlight--;
        restart(
                toRestart.stream()
                        .filter(Lane::isOpen)
                        .map(Lane::partition)
                        .collect(Collectors.toSet()));
        writeBatch();
        considerBatch();
        completeIfDrained();
    }

    private void completeIfDrained() {
        if (isDraining && inFlight == 0) {
            drained.tryComplete();
        }
    }

    // --- assignment

    @Override
    public void assigned(Set<Partition> partitions) {
        lanes.assign(partitions);
        noteStatus();
        claim(partitions);
    }

    @Override
    public Future<Void> revoked(Set<Partition> partitions) {
        var held = drop(partitions);
        return claims.release(held);
    }

    @Override
    public void lost(Set<Partition> partitions) {
        drop(partitions).forEach(claim -> metrics.released(claim.partition()));
    }

    private List<Claim> drop(Set<Partition> partitions) {
        var held = lanes.unassign(partitions);
        partitions.forEach(intake::purge);
        noteStatus();
        return held;
    }

    /**
     * Gives the claims back and takes them anew: the store then says where to go on. Not at once:
     * where we were fenced by a new owner, the group is about to tell us that the partitions are
     * lost.
     */
    private void restart(Set<Partition> partitions) {
        if (partitions.isEmpty() || isDraining) {
            return;
        }
        var held =
                partitions.stream().flatMap(p -> lanes.close(p).stream()).map(Lane::claim).toList();
        partitions.forEach(intake::purge);
        source.pause(partitions);
        claims.release(held)
                .onComplete(released ->
                        vertx.setTimer(limits.restartPause().toMillis(), id -> claim(partitions)));
    }

    private void claim(Set<Partition> partitions) {
        if (!isDraining) {
            claims.claim(partitions)
                    .onComplete(done -> {
                        noteStatus();
                        backpressure.hold();
                    });
        }
    }

    private void noteStatus() {
        status = lanes.status(isDraining);
    }
}
