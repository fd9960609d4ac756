package gleaner.postgres.statement;

import gleaner.memory.Belief;
import gleaner.memory.Relation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A belief as a row of {@code user_fact_relationships}, but for its entity's id.
 *
 * @param metadata {@code context_metadata} as JSON text
 * @param firstSaid stored as {@code created_at}
 * @param lastSaid stored as {@code updated_at}
 */
public record FactWrite(
        String userId,
        Relation relation,
        double confidence,
        double strength,
        String emotion,
        String metadata,
        @Nullable String conversationId,
        @Nullable String character,
        @Nullable String platform,
        Instant firstSaid,
        Instant lastSaid) {

    public static FactWrite of(String userId, Relation relation, Belief belief, String metadata) {
        var deciding = belief.observation();
        return new FactWrite(
                userId,
                relation,
                belief.confidence(),
                deciding.strength(),
                deciding.emotion().wireName(),
                metadata,
                deciding.source().conversationId(),
                deciding.source().character(),
                deciding.source().platform(),
                belief.validFrom(),
                belief.lastSaid());
    }
}
