package gleaner.memory;

import java.time.Instant;
import java.util.List;

/**
 * What is believed now, and why.
 *
 * @param observation the statement that decides: the strongest of those that agree
 * @param confidence noisy-or over the distinct messages that agree, at most {@link
 *     Fold#MAX_CONFIDENCE}
 * @param mentions how many distinct messages agree
 * @param validFrom when it was first said
 * @param lastSaid when it was last said
 * @param support the latest agreeing statements, newest first, at most {@link Fold#MAX_SUPPORT}
 */
public record Belief(
        Observation observation,
        double confidence,
        int mentions,
        Instant validFrom,
        Instant lastSaid,
        List<Observation> support) {
    public Belief {
        support = List.copyOf(support);
    }
}
