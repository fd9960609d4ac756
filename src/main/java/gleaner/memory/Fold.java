package gleaner.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;

/**
 * From the observations of one slot to what is believed: a pure function of the <em>set</em>,
 * indifferent to order, duplicates and grouping.
 *
 * <p>The statements are taken in the order in which they were said ({@link
 * Observation#BY_PRECEDENCE} breaks ties), and {@link Timeline} keeps what was believed after each
 * of them. So the current belief and the whole history come from one walk, and a statement that
 * arrives late takes the place that it had.
 */
public final class Fold {
    /** No number of repetitions makes a belief certain. */
    public static final double MAX_CONFIDENCE = 0.99;

    /** Supporting statements kept with a belief; all of them stay among the observations. */
    public static final int MAX_SUPPORT = 5;

    private Fold() {}

    /** Folds the observations of one slot; they must share it. */
    public static SlotState fold(Collection<Observation> observations) {
        var current = new ArrayList<Belief>();
        var history = new ArrayList<PastBelief>();
        for (var strand : strands(observations)) {
            var timeline = new Timeline();
            strand.forEach(timeline::say);
            timeline.current().ifPresent(current::add);
            history.addAll(timeline.history());
        }
        history.sort(
                Comparator.comparing(PastBelief::validTo)
                        .thenComparing(PastBelief::observation, Observation.BY_PRECEDENCE));
        return new SlotState(current, history);
    }

    private static Collection<List<Observation>> strands(Collection<Observation> observations) {
        var strands = new TreeMap<String, List<Observation>>();
        for (var observation : new LinkedHashSet<>(observations)) {
            strands.computeIfAbsent(observation.strandKey(), key -> new ArrayList<>())
                    .add(observation);
        }
        strands.values().forEach(strand -> strand.sort(Observation.BY_PRECEDENCE));
        return strands.values();
    }
}
