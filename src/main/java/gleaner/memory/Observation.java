package gleaner.memory;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.Locale;

/**
 * One statement that one user made in one message: the truth that every belief is folded from.
 *
 * @param userId whose memory
 * @param statement what was said
 * @param denied whether it was denied or called off ("I don't live there", "not anymore")
 * @param temporal when it holds, seen from {@code source.saidAt}
 * @param confidence how surely it was read, above 0 and at most 1
 * @param strength how strongly it was put, 0 to 1
 * @param explicit said outright, not implied
 * @param emotion the feeling it was said with
 * @param source where and when
 * @param evidence the words
 * @param extractor who read it: {@code name@version}
 */
public record Observation(
        String userId,
        Statement statement,
        boolean denied,
        Temporal temporal,
        double confidence,
        double strength,
        boolean explicit,
        Emotion emotion,
        Source source,
        Evidence evidence,
        String extractor) {

    /**
     * From the weakest to the strongest claim within a slot, among statements of one explicitness;
     * total.
     */
    public static final Comparator<Observation> BY_PRECEDENCE =
            comparing((Observation o) -> o.source().saidAt())
                    .thenComparingDouble(Observation::confidence)
                    .thenComparing(o -> o.source().messageId())
                    .thenComparingInt(o -> o.evidence().start())
                    .thenComparing(Observation::valueKey)
                    .thenComparing(Observation::denied)
                    .thenComparing(Observation::temporal)
                    .thenComparing(Observation::explicit)
                    .thenComparingDouble(Observation::strength)
                    .thenComparing(Observation::emotion)
                    .thenComparing(o -> o.source().eventId())
                    .thenComparing(Observation::extractor);

    public Observation {
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "confidence " + confidence + "; allowed is above 0 and at most 1");
        }
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength " + strength + "; allowed is 0 to 1");
        }
    }

    /**
     * Which statements of the slot are about each other. A slot is one strand, but for topics: each
     * topic is its own.
     */
    public String strandKey() {
        return statement instanceof Statement.TopicWish(var topic, var _)
                ? topic.toLowerCase(Locale.ROOT)
                : "";
    }

    /** The same claim, of another statement. */
    public Observation of(Statement other) {
        return new Observation(
                userId,
                other,
                denied,
                temporal,
                confidence,
                strength,
                explicit,
                emotion,
                source,
                evidence,
                extractor);
    }

    /** The slot that this statement bears on. */
    public Slot slot() {
        return Slot.of(userId, statement);
    }

    /** What distinguishes this value from others in the same strand of the same slot. */
    public String valueKey() {
        return switch (statement) {
            case Statement.Fact(var relation, var entity) ->
                    relation.isAttitude() ? relation.wireName() : entity.key();
            case Statement.Preference p -> p.value();
            case Statement.TopicWish(var _, var wish) -> wish.wireName();
        };
    }

    /** Against its entity: denied, or a dislike. */
    public Polarity polarity() {
        var against =
                statement instanceof Statement.Fact(var relation, var _)
                        && relation.cardinality() == Relation.Cardinality.ATTITUDE_AGAINST;
        return denied || against ? Polarity.NEGATIVE : Polarity.POSITIVE;
    }
}
