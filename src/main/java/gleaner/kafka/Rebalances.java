package gleaner.kafka;

import gleaner.event.Partition;
import java.util.List;
import java.util.Set;

/**
 * Who is told of rebalances, on the poll thread, while Kafka waits. Must not throw: Kafka would
 * fail the poll.
 */
interface Rebalances {
    void assigned(List<Assignment> assignments);

    /** The partitions stay ours until this returns. */
    void revoked(Set<Partition> partitions);

    /** Others may own them already. */
    void lost(Set<Partition> partitions);
}
