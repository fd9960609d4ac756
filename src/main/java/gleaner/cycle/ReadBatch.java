package gleaner.cycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A batch that was read and waits to be written.
 *
 * @param effects in the order of the lanes' partitions, within each by offset
 */
record ReadBatch(List<LaneEffect> effects) {

    /** What a record does, and the lane under whose claim it was read. */
    record LaneEffect(Lane lane, Effect effect, Origin origin) {}

    ReadBatch {
        effects = List.copyOf(effects);
    }

    /** Without what belongs to lanes that were closed since. */
    ReadBatch stillOpen() {
        return new ReadBatch(effects.stream().filter(e -> e.lane().isOpen()).toList());
    }

    /** The lanes, each once, in partition order. */
    List<Lane> lanes() {
        return effects.stream().map(LaneEffect::lane).distinct().toList();
    }

    boolean allOpen() {
        return effects.stream().allMatch(e -> e.lane().isOpen());
    }

    /** The transaction, or nothing where no effect is left. */
    Optional<WriteBatch> toWrite() {
        var last = new LinkedHashMap<Lane, Long>();
        effects.forEach(e -> last.put(e.lane(), e.effect().offset()));
        return effects.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new WriteBatch(
                                advances(last),
                                effects.stream().map(LaneEffect::effect).toList(),
                                effects.stream().map(LaneEffect::origin).toList()));
    }

    private static List<PartitionAdvance> advances(Map<Lane, Long> last) {
        var advances = new ArrayList<PartitionAdvance>();
        last.forEach((lane, offset) -> advances.add(lane.advanceBehind(offset)));
        return advances;
    }
}
