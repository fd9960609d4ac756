package gleaner.memory;

import gleaner.memory.Statement.Fact;
import gleaner.memory.Statement.Preference;
import gleaner.memory.Statement.TopicWish;
import java.time.Duration;
import java.time.Instant;

/** Writes observations for tests, one statement a line: {@code Said.at(3).lives("Oslo")}. */
public final class Said {
    /** The time of {@code at(0)}. */
    public static final Instant EPOCH = Instant.parse("2025-01-01T00:00:00Z");

    private final Observation blank;

    private Said(Observation blank) {
        this.blank = blank;
    }

    /** Said explicitly, this many hours after {@link #EPOCH}, in a message of that name. */
    public static Said at(int hour) {
        var source =
                new Source(
                        "e" + hour,
                        "c1",
                        "m" + hour,
                        EPOCH.plus(Duration.ofHours(hour)),
                        null,
                        null);
        return new Said(
                new Observation(
                        "ann",
                        new TopicWish("blank", Statement.Wish.FOCUS),
                        false,
                        Temporal.CURRENT,
                        0.9,
                        0.7,
                        true,
                        Emotion.NEUTRAL,
                        source,
                        new Evidence(0, 1, "x", "test"),
                        "test@1"));
    }

    public Observation is(Relation relation, EntityType type, String entity) {
        return with(new Fact(relation, new Entity(type, entity)));
    }

    public Observation lives(String place) {
        return is(Relation.LIVES_IN, EntityType.PLACE, place);
    }

    public Observation prefers(PreferenceKey key, String value) {
        return with(new Preference(key, value));
    }

    public Observation wishes(String topic, Statement.Wish wish) {
        return with(new TopicWish(topic, wish));
    }

    public Said denied() {
        return new Said(
                copy(
                        blank.statement(),
                        true,
                        blank.temporal(),
                        blank.confidence(),
                        blank.explicit()));
    }

    public Said when(Temporal temporal) {
        return new Said(
                copy(
                        blank.statement(),
                        blank.denied(),
                        temporal,
                        blank.confidence(),
                        blank.explicit()));
    }

    public Said implied() {
        return new Said(
                copy(
                        blank.statement(),
                        blank.denied(),
                        blank.temporal(),
                        blank.confidence(),
                        false));
    }

    public Said surely(double confidence) {
        return new Said(
                copy(
                        blank.statement(),
                        blank.denied(),
                        blank.temporal(),
                        confidence,
                        blank.explicit()));
    }

    private Observation with(Statement statement) {
        return copy(
                statement, blank.denied(), blank.temporal(), blank.confidence(), blank.explicit());
    }

    private Observation copy(
            Statement statement,
            boolean denied,
            Temporal temporal,
            double confidence,
            boolean explicit) {
        return new Observation(
                blank.userId(),
                statement,
                denied,
                temporal,
                confidence,
                blank.strength(),
                explicit,
                blank.emotion(),
                blank.source(),
                blank.evidence(),
                blank.extractor());
    }
}
