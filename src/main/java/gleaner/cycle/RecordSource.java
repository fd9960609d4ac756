package gleaner.cycle;

import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The log. All calls are made on the event loop of the cycle, and all futures complete there.
 *
 * <p>An assigned partition stays paused until {@link #start} names its position, so nothing is
 * fetched before the claim.
 */
public interface RecordSource {

    /** Subscribes; the listener is told of every change of the assignment. */
    Future<Void> open(AssignmentListener listener);

    /**
     * What has arrived since; possibly nothing. At most one poll is in flight.
     *
     * @return fails with {@link PositionLost} once for partitions that must be started anew, and
     *     with whatever the log's client throws, each time; the caller paces its tries
     */
    Future<List<SourceRecord>> poll();

    /** Where the log begins and ends, and what the topic's id is. */
    Future<Map<Partition, LogBounds>> bounds(Set<Partition> partitions);

    /**
     * Fetches from here on, paused before or not, for partitions still assigned; others are passed
     * over. Records fetched before are never returned after this call.
     */
    Future<Void> start(Map<Partition, Long> offsets);

    /** A poll that is in flight may still bring records of them; none of them is lost. */
    void pause(Set<Partition> partitions);

    /** Ends a pause; a partition that was not started stays shut. */
    void resume(Set<Partition> partitions);

    /** Tells the log's own bookkeeping how far we are, for lag tools; failures are only logged. */
    void report(Map<Partition, Long> positions);

    /**
     * Leaves the group and closes, within a few seconds even if the broker is gone. The listener
     * hears nothing more, and a poll in flight ends with nothing.
     */
    Future<Void> close();

    /**
     * The stretch of a partition that can be read.
     *
     * @param topicId the log's own id of the topic
     * @param beginning first offset still there
     * @param end offset behind the last record
     * @param kafkaCommitted the group's own committed offset, or -1
     */
    record LogBounds(String topicId, long beginning, long end, long kafkaCommitted) {}

    /** Who is told of rebalances, on the event loop. */
    interface AssignmentListener {
        void assigned(Set<Partition> partitions);

        /**
         * Orderly: the source waits for the returned future, at most for its limit, before it gives
         * them up.
         */
        Future<Void> revoked(Set<Partition> partitions);

        /** Somebody else may own them already: drop what is in flight. */
        void lost(Set<Partition> partitions);
    }
}
