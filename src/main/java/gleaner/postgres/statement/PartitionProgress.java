package gleaner.postgres.statement;

import gleaner.event.Partition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code gleaner.partition_progress}, for whoever looks at it from outside.
 *
 * @param topicId the log's own id of the topic; null where the next owner's word is taken for it
 * @param position the next offset to apply
 * @param owner who claimed it last and has not given it back, alive or not; null where nobody
 * @param deaths how many owners in a row died here without progress
 * @param parked why nobody may work here, or null
 * @param movedAt when position or claim last changed
 */
public record PartitionProgress(
        Partition partition,
        @Nullable String topicId,
        long position,
        @Nullable String owner,
        long ownerEpoch,
        int deaths,
        @Nullable String parked,
        Instant movedAt) {}
