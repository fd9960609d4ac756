package gleaner.bench.jsonb;

import java.util.List;

/**
 * The middle half of some numbers: they are not normal, and a single bad one must not count.
 *
 * @param low first quartile
 * @param high third quartile
 */
record Spread(double low, double median, double high) {

    static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values must be one or more");
        }
        var sorted = values.stream().sorted().toList();
        return new Spread(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    /** Between the two nearest, as far as the place is between them. */
    private static double at(List<Double> sorted, double share) {
        var place = share * (sorted.size() - 1);
        var below = (int) place;
        var above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }
}
