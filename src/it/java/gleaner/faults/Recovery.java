package gleaner.faults;

import gleaner.event.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * How long after each fault all partitions that had work left had moved again. The times are those
 * of the database and of this machine, which are one machine.
 */
final class Recovery {
    private final LogModel log;
    private final List<Trace.Moved> moves;

    Recovery(LogModel log, List<Trace> traces) {
        this.log = log;
        this.moves =
                traces.stream()
                        .filter(Trace.Moved.class::isInstance)
                        .map(Trace.Moved.class::cast)
                        .toList();
    }

    /** The median and the worst, in words. */
    String after(List<Instant> faults) {
        var times = new ArrayList<Duration>();
        faults.forEach(fault -> after(fault).ifPresent(times::add));
        times.sort(Duration::compareTo);
        return times.isEmpty()
                ? "-"
                : "%.1f s; %.1f s"
                        .formatted(
                                times.get(times.size() / 2).toMillis() / 1_000.0,
                                times.getLast().toMillis() / 1_000.0);
    }

    private Optional<Duration> after(Instant fault) {
        var positions = new HashMap<Partition, Long>();
        var first = new HashMap<Partition, Instant>();
        for (var move : moves) {
            if (move.at().isBefore(fault)) {
                positions.put(move.partition(), move.to());
            } else {
                first.putIfAbsent(move.partition(), move.at());
            }
        }
        return log.partitions().stream()
                .filter(p -> positions.getOrDefault(p, 0L) < log.end(p))
                .map(first::get)
                .filter(java.util.Objects::nonNull)
                .max(Instant::compareTo)
                .map(last -> Duration.between(fault, last));
    }
}
