package gleaner.bench.jsonb;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * What the sides took in turn, each round all of them.
 *
 * @param millis by side, one map a round; every map has the same sides
 */
record Rounds(List<Map<Side, Double>> millis) {
    Rounds {
        if (millis.isEmpty()) {
            throw new IllegalArgumentException("rounds must be one or more");
        }
        millis = List.copyOf(millis);
    }

    int count() {
        return millis.size();
    }

    boolean has(Side side) {
        return millis.getFirst().containsKey(side);
    }

    Spread of(Side side) {
        return Spread.of(millis.stream().map(round -> time(round, side)).toList());
    }

    private static double time(Map<Side, Double> round, Side side) {
        return requireNonNull(round.get(side));
    }

    /** How many times as long one takes as the other, round by round. */
    Spread ratio(Side slow, Side fast) {
        return Spread.of(millis.stream().map(r -> time(r, slow) / time(r, fast)).toList());
    }
}
