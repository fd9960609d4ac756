package gleaner.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import gleaner.memory.Emotion;
import gleaner.memory.Observation;
import gleaner.memory.Statement;
import gleaner.postgres.statement.FactRow;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Another writer's row as the one observation that it counts for in the fold. */
final class ForeignFact {
    private ForeignFact() {}

    /** The observation of a row in a slot. */
    static Observation observation(FactRow row, Statement.Fact statement) {
        var metadata = Json.read(row.metadata());
        return Foreign.observation(
                row.userId(),
                statement,
                new Foreign.Claim(
                        row.id().toString(),
                        method(metadata),
                        isExplicit(metadata),
                        row.confidence() == null ? Foreign.UNSTATED : row.confidence(),
                        row.strength() == null ? Foreign.UNSTATED : row.strength(),
                        emotion(row.emotion()),
                        row.saidAt(),
                        row.conversationId(),
                        row.platform(),
                        row.character()));
    }

    static String method(JsonNode metadata) {
        return metadata.path(FactMetadata.EXTRACTION_METHOD).asText("unknown");
    }

    /**
     * What another program stored counts as said outright unless it says otherwise. Were it the
     * other way round, any old explicit statement that is replayed would overrule what that program
     * stored later.
     */
    static boolean isExplicit(JsonNode metadata) {
        return metadata.path("is_explicit").asBoolean(true);
    }

    private static Emotion emotion(@Nullable String stored) {
        return Arrays.stream(Emotion.values())
                .filter(e -> e.wireName().equals(stored))
                .findFirst()
                .orElse(Emotion.NEUTRAL);
    }
}
