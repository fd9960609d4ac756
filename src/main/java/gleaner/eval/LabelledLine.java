package gleaner.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gleaner.eval.Labelled.Fact;
import gleaner.eval.Labelled.Message;
import gleaner.eval.Labelled.Preference;
import gleaner.event.Role;
import gleaner.memory.Emotion;
import gleaner.memory.Polarity;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.memory.Statement.Wish;
import gleaner.memory.Temporal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line of labels: {@code {"id", "class", "text" | "context": [{"role", "text"}], "facts":
 * [{"relation", "accept", "entity", "accept_entity", "polarity", "time", "emotion"}],
 * "preferences": [{"key", "value", "accept"}], "optional": [facts and preferences]}}.
 */
public final class LabelledLine {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Relations between which people choose freely, accepted for each other where a label lists
     * none.
     */
    private static final Map<Relation, Set<Relation>> NEIGHBOURS =
            Map.of(
                    Relation.LIKES, EnumSet.of(Relation.LOVES, Relation.ENJOYS),
                    Relation.LOVES, EnumSet.of(Relation.LIKES, Relation.ENJOYS),
                    Relation.ENJOYS, EnumSet.of(Relation.LIKES, Relation.LOVES),
                    Relation.DISLIKES, EnumSet.of(Relation.HATES, Relation.AVOIDS),
                    Relation.HATES, EnumSet.of(Relation.DISLIKES),
                    Relation.AVOIDS, EnumSet.of(Relation.DISLIKES),
                    Relation.HAS, EnumSet.of(Relation.OWNS),
                    Relation.OWNS, EnumSet.of(Relation.HAS),
                    Relation.DOES, EnumSet.of(Relation.PLAYS, Relation.PRACTICES),
                    Relation.WANTS, EnumSet.of(Relation.GOAL, Relation.NEEDS));

    private LabelledLine() {}

    /** The labelled conversation of a line. */
    public static Labelled read(String line) {
        try {
            return labelled(JSON.readTree(line));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("a line of labels is no JSON", broken);
        }
    }

    private static Labelled labelled(JsonNode line) {
        var optionalFacts = new ArrayList<Fact>();
        var optionalPreferences = new ArrayList<Preference>();
        for (var optional : line.path("optional")) {
            var key = PreferenceKey.named(optional.path("key").asText());
            var loose = PreferenceKey.named(optional.path("relation").asText());
            if (key.isPresent()) {
                optionalPreferences.addAll(preferences(optional, key.get(), "value"));
            } else if (loose.isPresent()) {
                optionalPreferences.addAll(preferences(optional, loose.get(), "entity"));
            } else {
                optionalFacts.add(fact(optional));
            }
        }
        var facts = new ArrayList<Fact>();
        line.path("facts").forEach(fact -> facts.add(fact(fact)));
        var preferences = new ArrayList<Preference>();
        for (var preference : line.path("preferences")) {
            var key = PreferenceKey.named(preference.path("key").asText()).orElseThrow();
            preferences.addAll(preferences(preference, key, "value"));
        }
        return new Labelled(
                line.path("id").asText(),
                line.path("class").asText(),
                messages(line),
                facts,
                preferences,
                optionalFacts,
                optionalPreferences);
    }

    private static List<Message> messages(JsonNode line) {
        if (line.has("text")) {
            return List.of(new Message(Role.USER, line.path("text").asText()));
        }
        var messages = new ArrayList<Message>();
        for (var message : line.path("context")) {
            var role = constant(Role.class, message.path("role").asText());
            messages.add(new Message(role, message.path("text").asText()));
        }
        return messages;
    }

    private static Fact fact(JsonNode label) {
        var relation = Relation.named(label.path("relation").asText()).orElseThrow();
        var accepted = EnumSet.of(relation);
        label.path("accept")
                .forEach(name -> Relation.named(name.asText()).ifPresent(accepted::add));
        if (!label.has("accept")) {
            accepted.addAll(NEIGHBOURS.getOrDefault(relation, Set.of()));
        }
        var entities = new ArrayList<String>();
        entities.add(label.path("entity").asText());
        label.path("accept_entity").forEach(name -> entities.add(name.asText()));
        return new Fact(
                relation,
                accepted,
                entities,
                optional(Polarity.class, label.path("polarity")),
                optional(Temporal.class, label.path("time")),
                optional(Emotion.class, label.path("emotion")));
    }

    private static List<Preference> preferences(JsonNode label, PreferenceKey key, String value) {
        if (key == PreferenceKey.TOPIC_PREFERENCES) {
            return topics(label);
        }
        var values = new ArrayList<String>();
        values.add(label.path(value).asText());
        label.path("accept").forEach(other -> values.add(other.asText()));
        return List.of(new Preference(key, null, values));
    }

    /** One for each topic; what else may stand in its list may stand for it. */
    private static List<Preference> topics(JsonNode label) {
        var topics = new ArrayList<Preference>();
        for (var wish : Wish.values()) {
            var others = new ArrayList<String>();
            for (var accepted : label.path("accept")) {
                accepted.path(wish.wireName()).forEach(topic -> others.add(topic.asText()));
            }
            for (var topic : label.path("value").path(wish.wireName())) {
                var values = new ArrayList<String>();
                values.add(topic.asText());
                values.addAll(others);
                topics.add(new Preference(PreferenceKey.TOPIC_PREFERENCES, wish, values));
            }
        }
        return topics;
    }

    private static <E extends Enum<E>> @Nullable E optional(Class<E> type, JsonNode name) {
        return name.isMissingNode() ? null : constant(type, name.asText());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }
}
