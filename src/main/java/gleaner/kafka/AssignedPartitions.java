package gleaner.kafka;

import gleaner.event.Partition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The partitions that are ours, and which of them records may come from, as the event loop knows
 * it. Only the event loop calls.
 *
 * <p>Why no stale record passes: the poll thread does one thing after the other, and hands the
 * outcome of each to the event loop in that order. So when a poll's records arrive here,
 *
 * <ul>
 *   <li>every rebalance before or during that poll has been told: the records of a partition that
 *       left have no entry, and a new stay begins shut;
 *   <li>the latest opening of a partition has either come back, and then the poll ran after its
 *       seek, or has not, and then the partition counts as shut and its records are dropped.
 *       Nothing is lost by that: the seek that is still to come decides where fetching goes on.
 * </ul>
 */
final class AssignedPartitions {
    private final Map<Partition, Gate> gates = new HashMap<>();
    private long openings;

    /** A partition's state; without an opening it is shut until it is started. */
    private static final class Gate {
        private static final long NEVER = -1;

        final Assignment assignment;
        long latestOpening = NEVER;
        boolean opened;
        boolean paused;

        Gate(Assignment assignment) {
            this.assignment = assignment;
        }

        boolean started() {
            return latestOpening != NEVER;
        }
    }

    void add(Collection<Assignment> assignments) {
        assignments.forEach(it -> gates.put(it.partition(), new Gate(it)));
    }

    void remove(Set<Partition> partitions) {
        gates.keySet().removeAll(partitions);
    }

    /**
     * Plans to fetch from these offsets on, paused before or not; until {@link #opened}, records do
     * not count.
     */
    List<Opening> open(Map<Partition, Long> offsets) {
        var planned = new ArrayList<Opening>();
        offsets.forEach((partition, offset) -> {
            var gate = gates.get(partition);
            if (gate != null) {
                planned.add(new Opening(gate.assignment, ++openings, offset));
                gate.latestOpening = openings;
                gate.opened = false;
                gate.paused = false;
            }
        });
        return planned;
    }

    /** The seeks have been made; those that a later one overtook do not count. */
    void opened(List<Opening> done) {
        for (var opening : done) {
            var gate = gates.get(opening.assignment().partition());
            if (gate != null && gate.latestOpening == opening.number()) {
                gate.opened = true;
            }
        }
    }

    /** Whether what a poll brings of this partition is what was asked for. */
    boolean isOpen(Partition partition) {
        var gate = gates.get(partition);
        return gate != null && gate.opened;
    }

    /**
     * Shuts partitions whose position the log refused.
     *
     * @return those that were open; where an opening is under way, that one decides
     */
    Set<Partition> shut(Set<Partition> partitions) {
        var shut = new HashSet<Partition>();
        for (var partition : partitions) {
            var gate = gates.get(partition);
            if (gate != null && gate.opened) {
                gate.opened = false;
                gate.latestOpening = Gate.NEVER;
                shut.add(partition);
            }
        }
        return shut;
    }

    /** Marks as paused; returns what the poll thread has to pause. */
    List<Assignment> pause(Set<Partition> partitions) {
        return mark(partitions, true);
    }

    /** Marks as not paused; returns what the poll thread has to resume: never what is shut. */
    List<Assignment> resume(Set<Partition> partitions) {
        return mark(partitions, false);
    }

    private List<Assignment> mark(Set<Partition> partitions, boolean paused) {
        var toDo = new ArrayList<Assignment>();
        for (var partition : partitions) {
            var gate = gates.get(partition);
            if (gate != null && gate.paused != paused) {
                gate.paused = paused;
                if (gate.started()) {
                    toDo.add(gate.assignment);
                }
            }
        }
        return toDo;
    }

    /** The entries of partitions that are ours, by the assignment that they belong to. */
    <T> Map<Assignment, T> ours(Map<Partition, T> values) {
        var ours = new HashMap<Assignment, T>();
        values.forEach((partition, value) -> {
            var gate = gates.get(partition);
            if (gate != null) {
                ours.put(gate.assignment, value);
            }
        });
        return ours;
    }
}
