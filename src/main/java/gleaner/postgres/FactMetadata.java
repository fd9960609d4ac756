package gleaner.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gleaner.memory.Belief;
import gleaner.memory.Slot;
import gleaner.postgres.statement.FactRow;

/**
 * The {@code context_metadata} of a belief: who read it, how, and from which words.
 *
 * <p>An older worker used the same {@code extraction_method}, and left no observations behind which
 * its rows could be folded from. So a row is ours only if it names its slot as well.
 */
final class FactMetadata {
    static final String EXTRACTION_METHOD = "extraction_method";
    static final String OURS = "enrichment_worker";

    private FactMetadata() {}

    static ObjectNode of(Slot slot, Belief belief) {
        var deciding = belief.observation();
        var metadata =
                JsonNodeFactory.instance
                        .objectNode()
                        .put(EXTRACTION_METHOD, OURS)
                        .put("extractor", deciding.extractor())
                        .put("rule", deciding.evidence().rule())
                        .put("slot", slot.key())
                        .put("is_explicit", deciding.explicit())
                        .put("temporal", deciding.temporal().wireName())
                        .put("mentions", belief.mentions())
                        .put("valid_from", belief.validFrom().toString())
                        .put("last_said", belief.lastSaid().toString());
        metadata.set("evidence", Evidences.of(belief.support()));
        return metadata;
    }

    static boolean isOurs(FactRow row) {
        return isOurs(Json.read(row.metadata()));
    }

    private static boolean isOurs(JsonNode metadata) {
        return metadata.path(EXTRACTION_METHOD).asText().equals(OURS) && metadata.has("slot");
    }
}
