package gleaner.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import gleaner.memory.Emotion;
import gleaner.memory.Observation;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Another writer's entry in the preferences, as the observations that it counts for: one, but for
 * topics, of which each is its own. Entries are objects as ours are, or, in older data, bare
 * values.
 */
final class ForeignPreference {
    private ForeignPreference() {}

    /** None where the value is no value of this key. */
    static List<Observation> observations(String userId, PreferenceKey key, JsonNode entry) {
        var claim = claim(key, entry);
        return statements(key, value(entry)).stream()
                .map(statement -> Foreign.observation(userId, statement, claim))
                .toList();
    }

    /** When it says that it was said; null where it says nothing readable. */
    static @Nullable Instant saidAt(JsonNode entry) {
        var text = entry.path("updated_at").asText().replaceFirst(" ", "T");
        try {
            var time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            text, OffsetDateTime::from, LocalDateTime::from);
            return Foreign.time(
                    time instanceof OffsetDateTime zoned
                            ? zoned.toInstant()
                            : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    static boolean isExplicit(JsonNode entry) {
        return ForeignFact.isExplicit(entry.path("metadata"));
    }

    private static Foreign.Claim claim(PreferenceKey key, JsonNode entry) {
        var metadata = entry.path("metadata");
        var confidence = entry.path("confidence");
        return new Foreign.Claim(
                "preference:" + key.wireName(),
                ForeignFact.method(metadata),
                isExplicit(entry),
                confidence.isNumber() ? confidence.asDouble() : Foreign.UNSTATED,
                Foreign.UNSTATED,
                Emotion.NEUTRAL,
                saidAt(entry),
                null,
                null,
                metadata.path("bot_name").isTextual() ? metadata.path("bot_name").asText() : null);
    }

    private static JsonNode value(JsonNode entry) {
        return entry.isObject() ? entry.path("value") : entry;
    }

    private static List<Statement> statements(PreferenceKey key, JsonNode value) {
        if (key == PreferenceKey.TOPIC_PREFERENCES) {
            return Stream.of(Statement.Wish.values())
                    .flatMap(wish -> topics(value.path(wish.wireName()), wish).stream())
                    .toList();
        }
        return value.isValueNode() && !value.isNull()
                ? key.normalise(value.asText()).stream()
                        .<Statement>map(v -> new Statement.Preference(key, v))
                        .toList()
                : List.of();
    }

    private static List<Statement> topics(JsonNode list, Statement.Wish wish) {
        var wishes = new ArrayList<Statement>();
        for (var topic : list) {
            if (topic.isTextual()) {
                PreferenceKey.TOPIC_PREFERENCES
                        .normalise(topic.asText())
                        .ifPresent(t -> wishes.add(new Statement.TopicWish(t, wish)));
            }
        }
        return wishes;
    }
}
