package gleaner.cycle;

import gleaner.event.Partition;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pauses partitions while too much waits: from half a full intake on those that hold more than
 * their share of it, so that a busy partition cannot keep the others from being fetched; all of
 * them when it is full. They go on when they hold less than half a share, or the intake is nearly
 * empty.
 */
final class Backpressure {
    private final RecordSource source;
    private final Lanes lanes;
    private final Intake intake;
    private final CycleLimits limits;
    private final Set<Partition> paused = new HashSet<>();

    Backpressure(RecordSource source, Lanes lanes, Intake intake, CycleLimits limits) {
        this.source = source;
        this.lanes = lanes;
        this.intake = intake;
        this.limits = limits;
    }

    /** Looks at the intake; to be called whenever it changed. */
    void regulate() {
        var open = lanes.openPartitions();
        paused.retainAll(open);
        var toPause =
                open.stream()
                        .filter(p -> !paused.contains(p) && isTooMuch(p))
                        .collect(Collectors.toSet());
        var toResume = paused.stream().filter(this::isLittle).collect(Collectors.toSet());
        paused.addAll(toPause);
        paused.removeAll(toResume);
        if (!toPause.isEmpty()) {
            source.pause(toPause);
        }
        if (!toResume.isEmpty()) {
            source.resume(toResume);
        }
    }

    /** Holds for lanes that were opened since, too: starting a partition ends its pause. */
    void hold() {
        paused.retainAll(lanes.openPartitions());
        if (!paused.isEmpty()) {
            source.pause(paused);
        }
    }

    private boolean isTooMuch(Partition partition) {
        return isFilled(1) || (isFilled(0.5) && holdsShare(partition, 1));
    }

    private boolean isLittle(Partition partition) {
        return !isFilled(0.25) || (!isFilled(1) && !holdsShare(partition, 0.5));
    }

    private boolean isFilled(double part) {
        return intake.records() >= part * limits.bufferRecords()
                || intake.bytes() >= part * limits.bufferBytes();
    }

    private boolean holdsShare(Partition partition, double part) {
        var share = part / lanes.openPartitions().size();
        return intake.records(partition) >= share * limits.bufferRecords()
                || intake.bytes(partition) >= share * limits.bufferBytes();
    }
}
