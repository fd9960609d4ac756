package gleaner.cycle;

import gleaner.event.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one transaction applies.
 *
 * @param advances one for each partition, in partition order
 * @param effects in partition order, within a partition by offset; never empty
 * @param origins of the effects, one by one; or empty where they come from no record
 */
public record WriteBatch(
        List<PartitionAdvance> advances, List<Effect> effects, List<Origin> origins) {
    public WriteBatch {
        advances = List.copyOf(advances);
        effects = List.copyOf(effects);
        origins = List.copyOf(origins);
        if (!origins.isEmpty() && origins.size() != effects.size()) {
            throw new IllegalArgumentException(
                    origins.size() + " origins of " + effects.size() + " effects");
        }
    }

    /** Of effects that come from no record. */
    public WriteBatch(List<PartitionAdvance> advances, List<Effect> effects) {
        this(advances, effects, List.of());
    }

    /** The origin of the effect at this index. */
    public Optional<Origin> origin(int index) {
        return origins.isEmpty() ? Optional.empty() : Optional.of(origins.get(index));
    }

    /**
     * The two halves, to be applied one after the other; their positions meet. Needs two effects at
     * least.
     */
    public List<WriteBatch> split() {
        var middle = effects.size() / 2;
        return List.of(part(0, middle, false), part(middle, effects.size(), true));
    }

    /** The same batch with another effect in the place of its only one. */
    public WriteBatch insteadOfOnly(Effect effect) {
        return new WriteBatch(advances, List.of(effect), origins);
    }

    private WriteBatch part(int from, int to, boolean last) {
        var some = effects.subList(from, to);
        var mine = new TreeMap<Partition, PartitionAdvance>();
        for (var advance : advances) {
            stepOver(advance, some, last).ifPresent(step -> mine.put(step.partition(), step));
        }
        return new WriteBatch(
                new ArrayList<>(mine.values()),
                some,
                origins.isEmpty() ? origins : origins.subList(from, to));
    }

    /**
     * In the first half a cut partition stops behind its last effect there; in the second it starts
     * at that point.
     */
    private Optional<PartitionAdvance> stepOver(
            PartitionAdvance whole, List<Effect> some, boolean last) {
        var offsets =
                some.stream()
                        .filter(e -> e.partition().equals(whole.partition()))
                        .mapToLong(Effect::offset)
                        .summaryStatistics();
        if (offsets.getCount() == 0) {
            return Optional.empty();
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
        return Optional.of(new PartitionAdvance(whole.partition(), whole.ownerEpoch(), from, to));
    }
}
