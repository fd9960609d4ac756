package gleaner.cycle;

/**
 * Pauses the partitions while the intake is full, and resumes them when half of it is free again.
 */
final class Backpressure {
    private final RecordSource source;
    private final Lanes lanes;
    private final Intake intake;
    private final CycleLimits limits;
    private boolean isPaused;

    Backpressure(RecordSource source, Lanes lanes, Intake intake, CycleLimits limits) {
        this.source = source;
        this.lanes = lanes;
        this.intake = intake;
        this.limits = limits;
    }

    /** Looks at the intake; to be called whenever it changed. */
    void regulate() {
        if (isFull() && !isPaused) {
            isPaused = true;
            source.pause(lanes.openPartitions());
        } else if (isLow() && isPaused) {
            isPaused = false;
            source.resume(lanes.openPartitions());
        }
    }

    /** Holds for lanes that were opened since, too: starting a partition ends its pause. */
    void hold() {
        if (isPaused) {
            source.pause(lanes.openPartitions());
        }
    }

    private boolean isFull() {
        return intake.records() >= limits.bufferRecords() || intake.bytes() >= limits.bufferBytes();
    }

    private boolean isLow() {
        return intake.records() <= limits.bufferRecords() / 2
                && intake.bytes() <= limits.bufferBytes() / 2;
    }
}
