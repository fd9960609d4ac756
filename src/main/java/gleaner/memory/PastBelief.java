package gleaner.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was believed once, and what ended it.
 *
 * @param observation the statement that had decided
 * @param confidence as it stood at the end
 * @param validFrom when it was first said; unknown where it was only ever told in the past tense
 * @param validTo when it was replaced, denied or told to be over
 * @param endedBy the statement that ended it
 */
public record PastBelief(
        Observation observation,
        double confidence,
        @Nullable Instant validFrom,
        Instant validTo,
        Observation endedBy) {}
