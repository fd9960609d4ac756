package gleaner.cycle;

import gleaner.event.Partition;
import java.util.Map;

/**
 * How the cycle stands, for readiness and for people.
 *
 * @param assigned partitions that the group gave us
 * @param claimed those of them that are being worked on
 * @param parked those put aside, with the reason
 * @param draining the worker is about to end
 */
public record CycleStatus(
        int assigned, int claimed, Map<Partition, String> parked, boolean draining) {
    public static final CycleStatus NONE = new CycleStatus(0, 0, Map.of(), false);

    public CycleStatus {
        parked = Map.copyOf(parked);
    }
}
