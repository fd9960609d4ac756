package gleaner.extract.emotion;

import gleaner.memory.Emotion;
import java.util.EnumMap;
import java.util.Map;

/** Adds up what the cues of a sentence show. */
final class Tally {
    /** Below it nothing is shown clearly enough. */
    private static final double CLEAR = 0.5;

    private final Map<Emotion, Double> weights = new EnumMap<>(Emotion.class);

    void add(Emotion emotion, double weight) {
        if (emotion != Emotion.NEUTRAL) {
            weights.merge(emotion, weight, Double::sum);
        }
    }

    boolean isEmpty() {
        return weights.isEmpty();
    }

    /** What is shown most; of equals the one that stands last in {@link Emotion}. */
    Emotion strongest() {
        var strongest = Emotion.NEUTRAL;
        double most = CLEAR;
        for (var entry : weights.entrySet()) {
            if (entry.getValue() >= most) {
                most = entry.getValue();
                strongest = entry.getKey();
            }
        }
        return strongest;
    }
}
