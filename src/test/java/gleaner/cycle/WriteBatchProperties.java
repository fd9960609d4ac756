package gleaner.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * However a batch is cut, its halves hold the same effects in the same order and their positions
 * meet.
 */
final class WriteBatchProperties {

    @Property
    void halvesApplyInTurnWhatTheWholeApplies(@ForAll("batches") WriteBatch whole) {
        var halves = whole.split();

        var effects = new ArrayList<Effect>();
        halves.forEach(h -> effects.addAll(h.effects()));
        assertThat(effects).isEqualTo(whole.effects());
        for (var advance : whole.advances()) {
            var steps =
                    halves.stream()
                            .flatMap(h -> h.advances().stream())
                            .filter(a -> a.partition().equals(advance.partition()))
                            .toList();
            assertThat(steps.getFirst().from()).isEqualTo(advance.from());
            assertThat(steps.getLast().to()).isEqualTo(advance.to());
            for (var i = 1; i < steps.size(); i++) {
                assertThat(steps.get(i).from()).isEqualTo(steps.get(i - 1).to());
            }
            assertThat(steps).allMatch(s -> s.ownerEpoch() == advance.ownerEpoch());
        }
    }

    @Property
    void cuttingToTheLastEndsWithEveryRecordAlone(@ForAll("batches") WriteBatch whole) {
        assertThat(singles(whole))
                .extracting(b -> b.effects().getFirst())
                .isEqualTo(whole.effects());
    }

    private static List<WriteBatch> singles(WriteBatch batch) {
        return batch.effects().size() == 1
                ? List.of(batch)
                : batch.split().stream().flatMap(b -> singles(b).stream()).toList();
    }

    @Provide
    Arbitrary<WriteBatch> batches() {
        var offsets = Arbitraries.longs().between(0, 40).set().ofMinSize(1).ofMaxSize(12);
        return offsets.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(perPartition -> {
                    var advances = new ArrayList<PartitionAdvance>();
                    var effects = new ArrayList<Effect>();
                    for (var number = 0; number < perPartition.size(); number++) {
                        var partition = new Partition("t", number);
                        var sorted = new TreeSet<>(perPartition.get(number));
                        sorted.forEach(o -> effects.add(new Effect.Passed(partition, o)));
                        advances.add(new PartitionAdvance(partition, 7, 0, sorted.getLast() + 1));
                    }
                    return new WriteBatch(advances, effects);
                })
                .filter(b -> b.effects().size() > 1);
    }
}
