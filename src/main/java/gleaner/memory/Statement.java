package gleaner.memory;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What somebody said of themselves, without when, how surely, or whether they denied it. */
public sealed interface Statement {

    /** A relation to an entity: {@code lives_in Oslo}. */
    record Fact(Relation relation, Entity entity) implements Statement {}

    /**
     * A wish about how to be served: {@code timezone Europe/Oslo}.
     *
     * @param key which preference, but for {@link PreferenceKey#TOPIC_PREFERENCES}
     * @param value as {@link PreferenceKey#normalise} gives it
     * @param attributes what else is known of the value, stored in its metadata: {@code country ->
     *     Norway}
     */
    record Preference(PreferenceKey key, String value, Map<String, String> attributes)
            implements Statement {
        public Preference {
            attributes = Map.copyOf(attributes);
            if (key == PreferenceKey.TOPIC_PREFERENCES
                    || !key.normalise(value).equals(Optional.of(value))) {
                throw new IllegalArgumentException(
                        "a value of "
                                + value.length()
                                + " characters is no normalised "
                                + key.wireName());
            }
        }

        public Preference(PreferenceKey key, String value) {
            this(key, value, Map.of());
        }
    }

    /**
     * A topic to dwell on or to keep away from; one strand of {@link
     * PreferenceKey#TOPIC_PREFERENCES}.
     */
    record TopicWish(String topic, Wish wish) implements Statement {
        public TopicWish {
            if (!PreferenceKey.TOPIC_PREFERENCES.normalise(topic).equals(Optional.of(topic))) {
                throw new IllegalArgumentException("a topic of " + topic.length() + " characters");
            }
        }
    }

    /** Which of the two lists of {@code topic_preferences} a topic stands in. */
    enum Wish {
        FOCUS,
        AVOID;

        /** The name of the list. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
