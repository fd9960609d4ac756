package gleaner.cycle;

import gleaner.event.Partition;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which partitions are assigned, which of them are claimed and worked on, and which are parked.
 * Confined to the cycle's event loop.
 */
final class Lanes {
    private final Set<Partition> assigned = new HashSet<>();
    private final Map<Partition, Lane> open = new TreeMap<>();
    private final Map<Partition, String> parked = new TreeMap<>();

    void assign(Set<Partition> partitions) {
        assigned.addAll(partitions);
    }

    boolean isAssigned(Partition partition) {
        return assigned.contains(partition);
    }

    /** Replaces whatever lane the partition had. */
    void open(Lane lane) {
        close(lane.partition());
        open.put(lane.partition(), lane);
    }

    Optional<Lane> find(Partition partition) {
        return Optional.ofNullable(open.get(partition));
    }

    Set<Partition> openPartitions() {
        return Set.copyOf(open.keySet());
    }

    Collection<Lane> all() {
        return List.copyOf(open.values());
    }

    /** The partition is neither worked on nor parked until it is claimed again. */
    Optional<Lane> close(Partition partition) {
        parked.remove(partition);
        var lane = Optional.ofNullable(open.remove(partition));
        lane.ifPresent(Lane::close);
        return lane;
    }

    void park(Partition partition, String reason) {
        close(partition);
        parked.put(partition, reason);
    }

    boolean isParked(Partition partition) {
        return parked.containsKey(partition);
    }

    /** All that are ours and not just being claimed. */
    Set<Partition> workedOnOrParked() {
        var all = new HashSet<>(open.keySet());
        all.addAll(parked.keySet());
        return all;
    }

    /** Closes the lanes of partitions that were taken away, and gives their claims. */
    List<Claim> unassign(Set<Partition> partitions) {
        assigned.removeAll(partitions);
        return partitions.stream().flatMap(p -> close(p).stream()).map(Lane::claim).toList();
    }

    /** A word for each partition that is not being worked on though it is ours. */
    CycleStatus status(boolean draining) {
        return new CycleStatus(assigned.size(), open.size(), Map.copyOf(parked), draining);
    }
}
