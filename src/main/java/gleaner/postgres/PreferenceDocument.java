package gleaner.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gleaner.postgres.statement.PreferencePatch;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeSet;

/** One user's preferences while a batch changes them. */
final class PreferenceDocument {
    private final String userId;
    private final JsonNode stored;
    private final int maxBytes;
    private final TreeSet<String> removed = new TreeSet<>();
    private final ObjectNode patch = JsonNodeFactory.instance.objectNode();
    private int bytes;
    private int withheld;

    PreferenceDocument(String userId, String stored, int maxBytes) {
        this.userId = userId;
        this.stored = Json.read(stored);
        this.maxBytes = maxBytes;
        this.bytes = bytes(stored);
    }

    /** What stands under a key now; a missing node where nothing does. */
    JsonNode entry(String key) {
        return stored.path(key);
    }

    void apply(String key, PreferenceFold.Step step) {
        switch (step) {
            case PreferenceFold.Step.Keep() -> {}
            case PreferenceFold.Step.Remove() -> removed.add(key);
            case PreferenceFold.Step.Put(var entry) -> put(key, entry);
        }
    }

    /**
     * A key that is there is always replaced; one that is not is added only while there is room.
     */
    private void put(String key, ObjectNode entry) {
        if (stored.has(key)) {
            patch.set(key, entry);
            return;
        }
        var added = bytes(key) + bytes(entry.toString());
        if (!stored.isObject() || bytes + added > maxBytes) {
            withheld++;
            return;
        }
        bytes += added;
        patch.set(key, entry);
    }

    /** Preferences that did not fit, or whose document is no object. */
    int withheld() {
        return withheld;
    }

    /** The change; nothing where there is none. */
    Optional<PreferencePatch> patch() {
        return removed.isEmpty() && patch.isEmpty()
                ? Optional.empty()
                : Optional.of(new PreferencePatch(userId, removed, patch.toString()));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
