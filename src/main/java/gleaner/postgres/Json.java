package gleaner.postgres;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/** Reads what JSONB columns hold. */
final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(10_000)
                                                    .maxStringLength(Integer.MAX_VALUE)
                                                    .maxNameLength(Integer.MAX_VALUE)
                                                    .maxNumberLength(Integer.MAX_VALUE)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Json() {}

    /**
     * What PostgreSQL gave us as JSON text; a missing node for NULL, and for what is nested deeper
     * than we follow. Other programs write here too, so nothing that PostgreSQL takes may throw.
     */
    static JsonNode read(@Nullable String stored) {
        if (stored == null) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(stored);
        } catch (StreamConstraintsException tooDeep) {
            return MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSONB column gave what is no JSON", e);
        }
    }

    /** Whether two are the same to PostgreSQL, which knows nothing of Java's kinds of numbers. */
    static boolean isSame(JsonNode ours, JsonNode stored) {
        return read(ours.toString()).equals(stored);
    }
}
