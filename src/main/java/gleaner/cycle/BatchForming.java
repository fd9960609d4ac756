package gleaner.cycle;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Chooses what is read next of what waits: a batch of all ordinary lanes, or one record of a
 * careful lane, which must be alone. The two take turns, so that neither keeps the other waiting.
 */
final class BatchForming {
    private final CycleLimits limits;
    private final BatchSize size;
    private final Lanes lanes;
    private final Intake intake;
    private boolean wasSuspect;

    BatchForming(CycleLimits limits, BatchSize size, Lanes lanes, Intake intake) {
        this.limits = limits;
        this.size = size;
        this.lanes = lanes;
        this.intake = intake;
    }

    boolean isEmpty() {
        return intake.records() == 0;
    }

    /** Whether there is no use in waiting for more. */
    boolean isFull() {
        return intake.records() >= size.records() || intake.bytes() >= limits.batchBytes();
    }

    /** Whether it is the turn of a record that must be alone. */
    boolean isSuspectDue() {
        return waiting(Lane::isCareful).isPresent()
                && !(wasSuspect && waiting(lane -> !lane.isCareful()).isPresent());
    }

    /** The record that is due; none other may be under way. */
    LaneRecord suspect() {
        wasSuspect = true;
        var lane = waiting(Lane::isCareful).orElseThrow();
        var next = take(1, lane::equals).getFirst();
        lane.tried(next.record());
        return next;
    }

    /** The next batch of the ordinary lanes; possibly nothing. */
    List<LaneRecord> batch() {
        wasSuspect = false;
        return take(size.records(), lane -> !lane.isCareful());
    }

    private Optional<Lane> waiting(Predicate<Lane> which) {
        return lanes.all().stream()
                .filter(lane -> intake.holds(lane.partition()))
                .filter(which)
                .findFirst();
    }

    private List<LaneRecord> take(int maxRecords, Predicate<Lane> which) {
        return intake
                .take(maxRecords, limits.batchBytes(), p -> lanes.find(p).filter(which).isPresent())
                .stream()
                .map(r -> new LaneRecord(lanes.find(r.partition()).orElseThrow(), r))
                .toList();
    }
}
