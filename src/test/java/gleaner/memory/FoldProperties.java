package gleaner.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The fold is a function of the set: neither order, nor repetition, nor what came and went makes a
 * difference.
 */
final class FoldProperties {

    @Property
    void orderMakesNoDifference(@ForAll("homes") List<Observation> said, @ForAll Random random) {
        var shuffled = new ArrayList<>(said);
        Collections.shuffle(shuffled, random);

        assertThat(Fold.fold(shuffled)).isEqualTo(Fold.fold(said));
    }

    @Property
    void repetitionMakesNoDifference(@ForAll("attitudes") List<Observation> said) {
        var thrice = new ArrayList<Observation>();
        said.forEach(o -> thrice.addAll(List.of(o, o, o)));

        assertThat(Fold.fold(thrice)).isEqualTo(Fold.fold(said));
    }

    /**
     * A batch adds to the set and folds all of it: so whatever the batches, the last fold is the
     * fold of the union.
     */
    @Property
    void groupingMakesNoDifference(
            @ForAll("attitudes") List<Observation> said, @ForAll Random random) {
        var known = new HashSet<Observation>();
        var left = new ArrayList<>(said);
        Collections.shuffle(left, random);
        var state = Fold.fold(known);
        while (!left.isEmpty()) {
            var batch = left.subList(0, 1 + random.nextInt(left.size()));
            known.addAll(batch);
            batch.clear();
            state = Fold.fold(known);
        }

        assertThat(state).isEqualTo(Fold.fold(said));
    }

    @Property
    void addThenRetractLeavesNoTrace(
            @ForAll("homes") List<Observation> said, @ForAll("home") Observation passing) {
        var known = new HashSet<>(said);
        known.remove(passing);
        var before = Fold.fold(known);
        known.add(passing);
        Fold.fold(known);
        known.remove(passing);

        assertThat(Fold.fold(known)).isEqualTo(before);
    }

    @Property
    void currentIsWhatNoLaterExplicitStatementContradicts(@ForAll("homes") List<Observation> said) {
        var state = Fold.fold(said);

        for (var belief : state.current()) {
            assertThat(said)
                    .noneMatch(o ->
                            o.explicit()
                                    && !o.denied()
                                    && o.temporal() == Temporal.CURRENT
                                    && o.source().saidAt().isAfter(belief.lastSaid())
                                    && !o.valueKey().equals(belief.observation().valueKey()));
            assertThat(belief.confidence()).isGreaterThan(0).isLessThanOrEqualTo(0.99);
        }
        assertThat(state.current()).hasSizeLessThanOrEqualTo(1);
    }

    @Provide
    Arbitrary<List<Observation>> homes() {
        return home().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Observation> home() {
        return Combinators.combine(how(), Arbitraries.of("Oslo", "Rome", "Leeds")).as(Said::lives);
    }

    @Provide
    Arbitrary<List<Observation>> attitudes() {
        return Combinators.combine(how(), Arbitraries.of(Relation.attitudes()))
                .as((said, relation) -> said.is(relation, EntityType.FOOD, "pizza"))
                .list()
                .ofMaxSize(12);
    }

    private static Arbitrary<Said> how() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false, false),
                        Arbitraries.of(Temporal.class),
                        Arbitraries.doubles().between(0.05, 1.0).ofScale(2))
                .as((hour, implied, denied, temporal, confidence) -> {
                    var said = Said.at(hour).when(temporal).surely(confidence);
                    said = implied ? said.implied() : said;
                    return denied ? said.denied() : said;
                });
    }
}
