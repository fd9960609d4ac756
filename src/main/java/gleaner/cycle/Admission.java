package gleaner.cycle;

import gleaner.event.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets records into the intake: each once, in order, and none behind a gap where gaps are losses.
 */
final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final Lanes lanes;
    private final Intake intake;
    private final GapPolicy policy;
    private final CycleMetrics metrics;

    Admission(Lanes lanes, Intake intake, GapPolicy policy, CycleMetrics metrics) {
        this.lanes = lanes;
        this.intake = intake;
        this.policy = policy;
        this.metrics = metrics;
    }

    /** Takes a record in, unless it is stale. */
    void admit(SourceRecord record) {
        lanes.find(record.partition())
                .filter(lane -> !lane.isEnding())
                .ifPresent(lane -> admit(lane, record));
    }

    private void admit(Lane lane, SourceRecord record) {
        var gap = lane.gapBefore(record);
        if (gap.isEmpty()) {
            take(lane, record);
            return;
        }
        metrics.missing(gap.missing());
        switch (policy) {
            case COUNT -> take(lane, record);
            case PARK -> end(lane, gap);
        }
    }

    private void take(Lane lane, SourceRecord record) {
        if (lane.admit(record)) {
            intake.add(record);
        }
    }

    private static void end(Lane lane, Gap gap) {
        lane.endAt(gap);
        LOG.atError()
                .addKeyValue("partition", lane.partition())
                .addKeyValue("from", gap.from())
                .addKeyValue("to", gap.to())
                .log("offsets are missing from the log; the partition is parked before them");
    }
}
