package gleaner.postgres;

import gleaner.memory.Emotion;
import gleaner.memory.Evidence;
import gleaner.memory.Observation;
import gleaner.memory.Source;
import gleaner.memory.Statement;
import gleaner.memory.Temporal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /** What is taken for a confidence or a strength that a row does not state. */
    static final double UNSTATED = 0.5;

    /** The years that every program here can write. */
    private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Foreign() {}

    /**
     * A time as the database will give it back; null for one that it will not, such as infinity.
     */
    static @Nullable Instant time(@Nullable Instant stated) {
        return stated == null || stated.isBefore(FIRST_TIME) || stated.isAfter(LAST_TIME)
                ? null
                : stated.truncatedTo(ChronoUnit.MICROS);
    }

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
        var saidAt = time(claim.saidAt());
        return new Observation(
                userId,
                statement,
                false,
                Temporal.CURRENT,
                within(LEAST_CONFIDENCE, claim.confidence()),
                within(0, claim.strength()),
                claim.explicit(),
                claim.emotion(),
                new Source(
                        PREFIX + claim.id(),
                        claim.conversationId() == null ? "" : claim.conversationId(),
                        PREFIX + claim.id(),
                        saidAt == null ? UNDATED : saidAt,
                        claim.platform(),
                        claim.character()),
                new Evidence(0, 0, null, "foreign"),
                PREFIX + claim.method());
    }

    /** PostgreSQL's floats have a value that is no number. */
    private static double within(double least, double stated) {
        return Double.isNaN(stated) ? UNSTATED : Math.clamp(stated, least, 1);
    }
}
