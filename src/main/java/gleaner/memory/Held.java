package gleaner.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The value that a {@link Timeline} holds for true at the moment, with the statements that agree on
 * it.
 */
final class Held {
    private final List<Observation> support = new ArrayList<>();

    Held(Observation first) {
        support.add(first);
    }

    void support(Observation next) {
        support.add(next);
    }

    boolean agrees(Observation other) {
        return latest().valueKey().equals(other.valueKey());
    }

    /** A denied liking ends a loving too: both stand on one side. */
    boolean isEndedBy(Observation ending) {
        return agrees(ending) || isSameSide(latest().statement(), ending.statement());
    }

    boolean explicit() {
        return support.stream().anyMatch(Observation::explicit);
    }

    Belief belief() {
        var deciding = deciding();
        return new Belief(
                deciding,
                noisyOr(),
                (int) support.stream().map(o -> o.source().messageId()).distinct().count(),
                support.getFirst().source().saidAt(),
                latest().source().saidAt(),
                support.reversed().stream().limit(Fold.MAX_SUPPORT).toList());
    }

    private Observation latest() {
        return support.getLast();
    }

    /** The latest explicit statement, or else the latest. */
    private Observation deciding() {
        return support.reversed().stream()
                .filter(Observation::explicit)
                .findFirst()
                .orElseGet(this::latest);
    }

    /**
     * 1 - product(1 - c) over distinct messages, of each its surest statement: independent
     * witnesses (noisy-or).
     */
    private double noisyOr() {
        var perMessage = new TreeMap<String, Double>();
        support.forEach(o -> perMessage.merge(o.source().messageId(), o.confidence(), Math::max));
        var doubt = perMessage.values().stream().mapToDouble(c -> 1 - c).reduce(1, (a, b) -> a * b);
        return Math.min(Fold.MAX_CONFIDENCE, Math.round((1 - doubt) * 10_000) / 10_000.0);
    }

    private static boolean isSameSide(Statement a, Statement b) {
        return a instanceof Statement.Fact(var one, var _)
                && b instanceof Statement.Fact(var other, var _)
                && one.isAttitude()
                && one.cardinality() == other.cardinality();
    }
}
