package gleaner.postgres;

import gleaner.memory.Emotion;
import gleaner.memory.Evidence;
import gleaner.memory.Observation;
import gleaner.memory.Source;
import gleaner.memory.Statement;
import gleaner.memory.Temporal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What other writers of the same tables stored, as observations.
 *
 * <p>While such a row stands it takes part in every fold of its slot, read anew each time, and
 * belongs to its writer. Where the fold goes against it, or the worker's belief takes its place, it
 * is <em>adopted</em>: stored among the observations before its row goes. So the fold stays a
 * function of a set, and what was overruled comes back when the overruling message is deleted.
 */
final class Foreign {
    /** Begins the message id, event id and extractor of everything adopted. */
    static final String PREFIX = "foreign:";

    /** An undated row yields to everything that is dated and as explicit. */
    private static final Instant UNDATED = Instant.EPOCH;

    /** Nobody is sure of nothing: an observation's confidence is above 0. */
    private static final double LEAST_CONFIDENCE = 0.01;

    private Foreign() {}

    /**
     * What a row claims.
     *
     * @param id names the row among all rows
     * @param method the writer's {@code extraction_method}
     */
    record Claim(
            String id,
            String method,
            boolean explicit,
            double confidence,
            double strength,
            Emotion emotion,
            @Nullable Instant saidAt,
            @Nullable String conversationId,
            @Nullable String platform,
            @Nullable String character) {}

    static Observation observation(String userId, Statement statement, Claim claim) {
        return new Observation(
                userId,
                statement,
                false,
                Temporal.CURRENT,
                Math.clamp(claim.confidence(), LEAST_CONFIDENCE, 1),
                Math.clamp(claim.strength(), 0, 1),
                claim.explicit(),
                claim.emotion(),
                new Source(
                        PREFIX + claim.id(),
                        claim.conversationId() == null ? "" : claim.conversationId(),
                        PREFIX + claim.id(),
                        claim.saidAt() == null ? UNDATED : claim.saidAt(),
                        claim.platform(),
                        claim.character()),
                new Evidence(0, 0, null, "foreign"),
                PREFIX + claim.method());
    }
}
