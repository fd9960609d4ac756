package gleaner.cycle;

import gleaner.event.Partition;
import java.util.Set;

/**
 * The log no longer holds the records at our positions: they were deleted before we read them, or
 * the log was cut short. The source has stopped fetching these partitions; all others go on.
 */
public final class PositionLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Set<Partition> partitions;

    public PositionLost(Set<Partition> partitions, Throwable cause) {
        super("the log has no record at the position of " + partitions, cause);
        this.partitions = Set.copyOf(partitions);
    }

    public Set<Partition> partitions() {
        return partitions;
    }
}
