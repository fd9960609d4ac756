package gleaner.postgres.rebuild;

import gleaner.event.Partition;
import org.jspecify.annotations.Nullable;

/**
 * How far a partition was applied when a rebuild began.
 *
 * @param topicId the log's own id of the topic; null where nobody knows it yet
 * @param position behind the last record that the live memory knows
 */
public record Standing(Partition partition, @Nullable String topicId, long position) {}
