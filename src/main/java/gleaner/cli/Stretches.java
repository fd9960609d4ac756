package gleaner.cli;

import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import gleaner.postgres.rebuild.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of the log a memory knows: of each partition, from its very beginning to the committed
 * position. Only the whole of it makes the same memory.
 *
 * @param obstacles why it is not whole, where it is not
 */
record Stretches(Map<Partition, LogBounds> known, List<String> obstacles) {
    Stretches {
        known = Map.copyOf(known);
        obstacles = List.copyOf(obstacles);
    }

    static Stretches of(Collection<Standing> standings, Map<Partition, LogBounds> log) {
        var known = new TreeMap<Partition, LogBounds>();
        var obstacles = new ArrayList<String>();
        for (var standing : standings) {
            var bounds = log.get(standing.partition());
            var obstacle = obstacle(standing, bounds);
            if (obstacle != null) {
                obstacles.add(standing.partition() + ": " + obstacle);
            } else if (bounds != null) {
                known.put(
                        standing.partition(),
                        new LogBounds(
                                bounds.topicId(),
                                bounds.beginning(),
                                standing.position(),
                                bounds.kafkaCommitted()));
            }
        }
        return new Stretches(known, obstacles);
    }

    private static @Nullable String obstacle(Standing standing, @Nullable LogBounds log) {
        if (log == null) {
            return "the log has no such partition, or the settings do not name its topic";
        }
        if (standing.topicId() != null && !standing.topicId().equals(log.topicId())) {
            return "its topic was made anew since";
        }
        if (standing.position() > log.end()) {
            return "the log ends at %d, before the position %d"
                    .formatted(log.end(), standing.position());
        }
        return log.beginning() > 0
                ? "the log begins at %d: what stood before is gone".formatted(log.beginning())
                : null;
    }
}
