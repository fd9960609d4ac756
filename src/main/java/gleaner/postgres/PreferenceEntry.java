package gleaner.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gleaner.memory.Belief;
import gleaner.memory.Observation;
import gleaner.memory.SlotState;
import gleaner.memory.Statement;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * What stands under a key of {@code universal_users.preferences}: {@code value}, {@code
 * confidence}, {@code updated_at} (when it was said), and {@code metadata} for whoever asks why.
 */
final class PreferenceEntry {
    /**
     * Largest entry in UTF-8 that still carries its evidence. Readers look names up through a
     * B-tree over the whole entry, and a B-tree takes at most 2,704 bytes. Evidence beyond that
     * stays among the observations.
     */
    static final int MAX_BYTES_WITH_WORDS = 2_000;

    private static final Comparator<Belief> LAST_SAID =
            Comparator.comparing(Belief::lastSaid)
                    .thenComparing(Belief::observation, Observation.BY_PRECEDENCE);

    private final List<Belief> current;
    private final SlotState state;
    private final Belief latest;

    private PreferenceEntry(SlotState state) {
        this.state = state;
        this.current = state.current();
        this.latest = current.stream().max(LAST_SAID).orElseThrow();
    }

    /** The entry of a slot that holds a belief. */
    static ObjectNode of(SlotState state) {
        var entry = new PreferenceEntry(state);
        var full = entry.with(entry.metadata(true));
        return full.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES_WITH_WORDS
                ? full
                : entry.with(entry.metadata(false));
    }

    /** An older worker used the same method, but named no extractor: its entries are not ours. */
    static boolean isOurs(JsonNode entry) {
        var metadata = entry.path("metadata");
        return metadata.path(FactMetadata.EXTRACTION_METHOD).asText().equals(FactMetadata.OURS)
                && metadata.has("extractor");
    }

    private ObjectNode with(ObjectNode metadata) {
        var entry = JsonNodeFactory.instance.objectNode();
        entry.set("value", value());
        entry.put(
                "confidence", current.stream().mapToDouble(Belief::confidence).max().orElseThrow());
        entry.put("updated_at", latest.lastSaid().toString());
        entry.set("metadata", metadata);
        return entry;
    }

    private JsonNode value() {
        return switch (latest.observation().statement()) {
            case Statement.Preference p -> JsonNodeFactory.instance.textNode(p.value());
            case Statement.TopicWish _ -> topics();
            case Statement.Fact _ ->
                    throw new IllegalStateException("a fact in a slot of preferences");
        };
    }

    private ObjectNode topics() {
        var lists = JsonNodeFactory.instance.objectNode();
        for (var wish : Statement.Wish.values()) {
            var list = lists.putArray(wish.wireName());
            current.stream()
                    .map(belief -> (Statement.TopicWish) belief.observation().statement())
                    .filter(topic -> topic.wish() == wish)
                    .map(Statement.TopicWish::topic)
                    .sorted()
                    .forEach(list::add);
        }
        return lists;
    }

    private ObjectNode metadata(boolean withWords) {
        var deciding = latest.observation();
        var metadata = JsonNodeFactory.instance.objectNode();
        if (deciding.statement() instanceof Statement.Preference p) {
            p.attributes().forEach(metadata::put);
        }
        metadata.put(FactMetadata.EXTRACTION_METHOD, FactMetadata.OURS)
                .put("is_explicit", deciding.explicit())
                .put("is_preference_change", isChange())
                .put("reasoning", reasoning())
                .put("conversation_context", withWords ? deciding.evidence().quote() : null)
                .put("bot_name", withWords ? deciding.source().character() : null)
                .put("extractor", deciding.extractor());
        return metadata;
    }

    /** Whether another value stood here before. */
    private boolean isChange() {
        return state.history().stream()
                .anyMatch(past ->
                        !past.observation().valueKey().equals(latest.observation().valueKey()));
    }

    private String reasoning() {
        var deciding = latest.observation();
        return (deciding.explicit() ? "said outright" : "implied")
                + " (rule "
                + deciding.evidence().rule()
                + ")";
    }
}
