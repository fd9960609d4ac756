package gleaner.faults;

import gleaner.event.Partition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the position of each partition went from its first record to behind its last one, and
 * never back but where somebody meant it to.
 */
final class PositionChecker {
    private final LogModel log;
    private final Map<Partition, List<Long>> rewinds = new HashMap<>();
    private final Map<Partition, Long> positions = new HashMap<>();
    private final Findings findings;

    PositionChecker(LogModel log, Findings findings) {
        this.log = log;
        this.findings = findings;
    }

    void expectRewind(Partition partition, long to) {
        rewinds.computeIfAbsent(partition, p -> new ArrayList<>()).add(to);
    }

    void check(List<Trace> traces) {
        for (var trace : traces) {
            switch (trace) {
                case Trace.Began(var _, var partition, var position) -> began(partition, position);
                case Trace.Moved moved -> moved(moved);
                case Trace.Claimed _, Trace.Observed _, Trace.Buried _ -> {}
            }
        }
        log.partitions().forEach(partition -> ended(partition, positions.get(partition)));
    }

    private void began(Partition partition, long position) {
        if (positions.put(partition, position) != null) {
            findings.problem(partition + " began twice");
        }
        log.between(partition, 0, position)
                .forEach(d -> findings.lost(d.name(), partition + " began at " + position));
    }

    private void moved(Trace.Moved moved) {
        var before = positions.put(moved.partition(), moved.to());
        if (before == null || before != moved.from()) {
            findings.problem(moved + ", though the position was " + before);
        }
        if (moved.to() < moved.from() && !isMeant(moved)) {
            findings.problem("position set back: " + moved);
            log.between(moved.partition(), moved.to(), moved.from())
                    .forEach(d -> findings.doubled(d.name(), "the position was set back over it"));
        }
    }

    private boolean isMeant(Trace.Moved moved) {
        return rewinds.getOrDefault(moved.partition(), new ArrayList<>()).remove((Long) moved.to());
    }

    private void ended(Partition partition, @Nullable Long position) {
        log.between(partition, position == null ? 0 : position, log.end(partition))
                .forEach(d -> findings.lost(d.name(), "the position ended at " + position));
    }
}
