package gleaner.cycle;

import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our work on one partition under one claim. A new claim or a new start is a new lane; what still
 * belongs to the old one is dropped wherever it turns up, because its lane is closed.
 *
 * <p>Confined to the cycle's event loop, but for {@link #contexts}, which only the one decoding
 * step in flight touches.
 */
final class Lane {
    private final Claim claim;
    private final ConversationContexts contexts;
    private final String topicId;
    private final long position;
    private long nextToAdmit;
    private long committed;
    private int toTryAlone;
    private boolean open = true;
    private @Nullable Gap end;

    /**
     * Opens a lane.
     *
     * @param topicId the log's own id of the topic when it was claimed
     * @param start where the log is read from: before the claim's position, to know the context of
     *     what follows
     * @param underWay how many records can have been under way when an owner died
     */
    Lane(Claim claim, String topicId, long start, int underWay, ConversationContexts contexts) {
        this.topicId = topicId;
        this.claim = claim;
        this.contexts = contexts;
        this.position = claim.position();
        this.nextToAdmit = start;
        this.committed = claim.position();
        this.toTryAlone = claim.suspicion().isCareful() ? underWay : 0;
    }

    Claim claim() {
        return claim;
    }

    Partition partition() {
        return claim.partition();
    }

    ConversationContexts contexts() {
        return contexts;
    }

    String topicId() {
        return topicId;
    }

    boolean isOpen() {
        return open;
    }

    void close() {
        open = false;
    }

    /**
     * What is missing before a record that is to be admitted; below the position nothing counts.
     */
    Gap gapBefore(SourceRecord record) {
        return Gap.before(record, Math.max(nextToAdmit, position));
    }

    /** Whether nothing more is admitted. */
    boolean isEnding() {
        return end != null;
    }

    /** Admits nothing behind a gap; see {@link #reachedEnd}. */
    void endAt(Gap gap) {
        end = gap;
    }

    /** The gap that the lane ends at, once all before it is applied. */
    Optional<Gap> reachedEnd() {
        return Optional.ofNullable(end).filter(gap -> committed == gap.from());
    }

    /** Whether this is a record that has not been admitted yet; offsets only ever rise. */
    boolean admit(SourceRecord record) {
        if (record.offset() < nextToAdmit) {
            return false;
        }
        nextToAdmit = record.offset() + 1;
        return true;
    }

    /** Applied before this lane was opened: read for its context only. */
    boolean isContextOnly(SourceRecord record) {
        return record.offset() < position;
    }

    /** Whether the next record is to be tried alone, because owners before us died here. */
    boolean isCareful() {
        return toTryAlone > 0;
    }

    /** A record is being tried alone; those before the position only bring context. */
    void tried(SourceRecord record) {
        if (!isContextOnly(record)) {
            toTryAlone--;
        }
    }

    /** Whether the process is known to die of this record. */
    boolean isDeadly(SourceRecord record) {
        return claim.suspicion().isDeadly(record.offset());
    }

    /** The step from what is committed to behind this offset. */
    PartitionAdvance advanceBehind(long offset) {
        return new PartitionAdvance(partition(), claim.ownerEpoch(), committed, offset + 1);
    }

    /** The position behind all that is committed. */
    long committed() {
        return committed;
    }

    void committedUpTo(long newPosition) {
        committed = newPosition;
    }
}
