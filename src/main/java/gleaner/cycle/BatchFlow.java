package gleaner.cycle;

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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what waits in the intake through reading and writing, batch by batch: one batch is read and
 * one is written at a time, so that positions move in order.
 *
 * <p>A record of a careful lane goes alone: nothing else is under way while it is tried, and the
 * store knows its offset before it is touched. If the process dies of it, the next owner knows of
 * what.
 *
 * <p>Confined to the cycle's event loop.
 */
final class BatchFlow {
    private static final Logger LOG = LoggerFactory.getLogger(BatchFlow.class);

    private final Vertx vertx;
    private final int maxInFlight;
    private final Duration linger;
    private final BatchForming forming;
    private final ReadStage reading;
    private final WriteStage writing;
    private final RetryingStore store;
    private final Ownership ownership;
    private final Runnable taken;

    private final Deque<ReadBatch> toWrite = new ArrayDeque<>();
    private final Promise<Void> ended = Promise.promise();
    private int inFlight;
    private boolean isReading;
    private boolean isWriting;
    private boolean isLingering;
    private boolean isAlone;
    private boolean isEnding;

    /**
     * Builds a flow in which nothing is under way.
     *
     * @param taken called whenever room was made in the intake
     */
    BatchFlow(
            Vertx vertx,
            CycleLimits limits,
            BatchForming forming,
            ReadStage reading,
            WriteStage writing,
            RetryingStore store,
            Ownership ownership,
            Runnable taken) {
        this.vertx = vertx;
        this.maxInFlight = limits.inFlight();
        this.linger = limits.linger();
        this.forming = forming;
        this.reading = reading;
        this.writing = writing;
        this.store = store;
        this.ownership = ownership;
        this.taken = taken;
    }

    /** Begins a batch if one is due; to be called whenever records have come. */
    void consider() {
        if (!hasRoom()) {
            return;
        }
        if (forming.isSuspectDue()) {
            tryAlone();
        } else if (forming.isFull()) {
            readBatch();
        } else if (!isLingering) {
            isLingering = true;
            vertx.setTimer(Math.max(1, linger.toMillis()), id -> lingered());
        }
    }

    /** Takes up nothing new; the future completes when what is in flight is written. */
    Future<Void> end() {
        isEnding = true;
        completeIfEnded();
        return ended.future();
    }

    private boolean hasRoom() {
        return !isEnding && !isReading && !isAlone && inFlight < maxInFlight && !forming.isEmpty();
    }

    private void lingered() {
        isLingering = false;
        if (hasRoom() && !forming.isSuspectDue()) {
            readBatch();
        } else {
            consider();
        }
    }

    // --- decode, extract

    private void readBatch() {
        var batch = forming.batch();
        if (!batch.isEmpty()) {
            begin();
            reading.read(batch).onComplete(result -> read(batch, result));
        }
    }

    private void tryAlone() {
        if (inFlight > 0) {
            return;
        }
        var suspect = forming.suspect();
        isAlone = true;
        begin();
        probe(suspect)
                .onSuccess(noted -> {
                    var batch = List.of(suspect);
                    reading.read(batch).onComplete(result -> read(batch, result));
                })
                .onFailure(notOurs -> {
                    isReading = false;
                    done(Set.of(suspect.lane()));
                    proceed();
                });
    }

    private Future<Void> probe(LaneRecord suspect) {
        var lane = suspect.lane();
        return lane.isContextOnly(suspect.record())
                ? Future.succeededFuture()
                : store.probe(lane.claim(), suspect.record().offset(), lane::isOpen);
    }

    private void begin() {
        isReading = true;
        inFlight++;
        taken.run();
    }

    private void read(List<LaneRecord> batch, AsyncResult<ReadBatch> result) {
        isReading = false;
        if (result.succeeded()) {
            toWrite.addLast(result.result());
            writeBatch();
        } else {
            LOG.atError()
                    .setCause(result.cause())
                    .log("batch could not be read; starting again from what is committed");
            inFlight--;
            isAlone = false;
            ownership.restartSuspecting(open(batch.stream().map(LaneRecord::lane)));
        }
        proceed();
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
        done(toRestart);
        writeBatch();
        proceed();
    }

    private void done(Collection<Lane> toRestart) {
        inFlight--;
        isAlone = false;
        ownership.restart(
                open(toRestart.stream()).stream().map(Lane::partition).collect(Collectors.toSet()));
    }

    private static List<Lane> open(Stream<Lane> lanes) {
        return lanes.filter(Lane::isOpen).distinct().toList();
    }

    private void proceed() {
        ownership.parkWhatEnded();
        consider();
        completeIfEnded();
    }

    private void completeIfEnded() {
        if (isEnding && inFlight == 0) {
            ended.tryComplete();
        }
    }
}
