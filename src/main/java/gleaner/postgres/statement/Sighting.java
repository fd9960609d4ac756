package gleaner.postgres.statement;

import java.time.Instant;

/**
 * A user of whom a batch has something to store.
 *
 * @param first the earliest time that it is about
 * @param last the latest
 */
public record Sighting(String userId, Instant first, Instant last) {

    /** A single time. */
    public static Sighting at(String userId, Instant time) {
        return new Sighting(userId, time, time);
    }

    /** Both, as one. */
    public Sighting and(Sighting other) {
        return new Sighting(
                userId,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }
}
