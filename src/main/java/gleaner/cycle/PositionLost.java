package gleaner.cycle;

import gleaner.event.Partition;
import java.util.Set;

/** The log no longer holds the offset that some partitions were to be read from. */
public final class PositionLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Set<Partition> partitions;

    public PositionLost(Set<Partition> partitions) {
        super("the log does not hold the position of " + partitions);
        this.partitions = Set.copyOf(partitions);
    }

    public Set<Partition> partitions() {
        return partitions;
    }
}
