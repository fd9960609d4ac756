package gleaner.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tables say of one person, as any reader of them would find it. */
record Known(
        String user, List<Fact> facts, List<Preference> preferences, List<Superseded> history) {

    boolean isEmpty() {
        return facts.isEmpty() && preferences.isEmpty() && history.isEmpty();
    }

    /** The words that taught it, and where they stand. */
    record Quote(@Nullable String words, @Nullable String messageId, @Nullable Instant saidAt) {}

    /** A current belief. */
    record Fact(
            String relation, String entity, String entityType, double confidence, Quote evidence) {}

    /** A current preference; of the topics one for each, as {@code avoid politics}. */
    record Preference(String key, String value, double confidence, Quote evidence) {}

    /**
     * What was believed once.
     *
     * @param what relation or preference key, with the entity or value
     * @param endedBy the words that ended it
     */
    record Superseded(
            String name,
            String what,
            @Nullable Instant from,
            Instant to,
            @Nullable String quote,
            @Nullable String endedBy) {}
}
