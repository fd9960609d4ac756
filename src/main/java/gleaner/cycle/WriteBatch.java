package gleaner.cycle;

import gleaner.event.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What one transaction applies.
 *
 * @param advances one for each partition, in partition order
 * @param effects in partition order, within a partition by offset; never empty
 */
public record WriteBatch(List<PartitionAdvance> advances, List<Effect> effects) {
    public WriteBatch {
        advances = List.copyOf(advances);
        effects = List.copyOf(effects);
    }

    /**
     * The two halves, to be applied one after the other; their positions meet. Needs two effects at
     * least.
     */
    public List<WriteBatch> split() {
        var middle = effects.size() / 2;
        var first = part(effects.subList(0, middle), false);
        return List.of(first, part(effects.subList(middle, effects.size()), true));
    }

    /** The same batch with another effect in the place of its only one. */
    public WriteBatch insteadOfOnly(Effect effect) {
        return new WriteBatch(advances, List.of(effect));
    }

    private WriteBatch part(List<Effect> some, boolean last) {
        var mine = new TreeMap<Partition, PartitionAdvance>();
        for (var advance : advances) {
            stepOver(advance, some, last).ifPresent(step -> mine.put(step.partition(), step));
        }
        return new WriteBatch(new ArrayList<>(mine.values()), some);
    }

    /**
     * In the first half a cut partition stops behind its last effect there; in the second it starts
     * at that point.
     */
    private java.util.Optional<PartitionAdvance> stepOver(
            PartitionAdvance whole, List<Effect> some, boolean last) {
        var offsets =
                some.stream()
                        .filter(e -> e.partition().equals(whole.partition()))
                        .mapToLong(Effect::offset)
                        .summaryStatistics();
        if (offsets.getCount() == 0) {
            return java.util.Optional.empty();
        }
        var before =
                effects.stream()
                        .filter(e ->
                                e.partition().equals(whole.partition())
                                        && e.offset() < offsets.getMin())
                        .mapToLong(Effect::offset)
                        .max();
        var after =
                effects.stream()
                        .anyMatch(e ->
                                e.partition().equals(whole.partition())
                                        && e.offset() > offsets.getMax());
        var from = last && before.isPresent() ? before.getAsLong() + 1 : whole.from();
        var to = after ? offsets.getMax() + 1 : whole.to();
        return java.util.Optional.of(
                new PartitionAdvance(whole.partition(), whole.ownerEpoch(), from, to));
    }
}
