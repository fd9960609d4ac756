package gleaner.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of sample records, one JSON object a line; the format is described in {@code
 * config/samples/README.md}. Lines that are empty or start with {@code //} are passed over.
 */
public final class SampleFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> BODIES = Set.of("value", "raw", "base64");
    private static final Set<String> OTHERS = Set.of("key", "headers", "time", "note");

    private SampleFile() {}

    /**
     * All records of the file, in its order.
     *
     * @throws IllegalArgumentException with file, line and what is allowed, where a line is none
     */
    public static List<SampleRecord> read(Path file) throws IOException {
        var records = new ArrayList<SampleRecord>();
        var number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("//")) {
                continue;
            }
            try {
                records.add(parse(number, line));
            } catch (JsonProcessingException
                    | IllegalArgumentException
                    | DateTimeParseException e) {
                throw new IllegalArgumentException(
                        file + ", line " + number + ": " + e.getMessage(), e);
            }
        }
        return records;
    }

    private static SampleRecord parse(int number, String line) throws JsonProcessingException {
        var envelope = JSON.readTree(line);
        checkMembers(envelope);
        var time = text(envelope, "time");
        return new SampleRecord(
                number,
                envelope.path("note").asText(),
                text(envelope, "key"),
                headers(envelope.path("headers")),
                value(envelope),
                time == null ? null : Instant.parse(time));
    }

    private static void checkMembers(JsonNode envelope) {
        var bodies = 0;
        for (var name : envelope.propertyStream().map(Map.Entry::getKey).toList()) {
            if (BODIES.contains(name)) {
                bodies++;
            } else if (!OTHERS.contains(name)) {
                throw new IllegalArgumentException(
                        "unknown member '" + name + "'; allowed are " + BODIES + " and " + OTHERS);
            }
        }
        if (bodies != 1) {
            throw new IllegalArgumentException(
                    bodies + " of " + BODIES + "; needed is exactly one of them");
        }
    }

    private static byte @Nullable [] value(JsonNode envelope) throws JsonProcessingException {
        var raw = text(envelope, "raw");
        if (raw != null) {
            return raw.getBytes(StandardCharsets.UTF_8);
        }
        var base64 = text(envelope, "base64");
        if (base64 != null) {
            return Base64.getDecoder().decode(base64);
        }
        var value = envelope.path("value");
        return value.isNull() || value.isMissingNode() ? null : JSON.writeValueAsBytes(value);
    }

    private static Map<String, String> headers(JsonNode node) {
        var headers = new LinkedHashMap<String, String>();
        node.propertyStream().forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
        return Collections.unmodifiableMap(headers);
    }

    private static @Nullable String text(JsonNode envelope, String name) {
        var node = envelope.path(name);
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }
}
