package gleaner.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** JSON as PostgreSQL writes a {@code jsonb}: one text for one value. */
final class JsonbText {
    /** Shorter keys first, then byte by byte. */
    private static final Comparator<byte[]> KEYS =
            Comparator.<byte[]>comparingInt(key -> key.length)
                    .thenComparing(Arrays::compareUnsigned);

    private JsonbText() {}

    static String of(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> object(json);
            case ARRAY -> {
                var elements = new ArrayList<String>();
                json.forEach(element -> elements.add(of(element)));
                yield "[" + String.join(", ", elements) + "]";
            }
            case NUMBER -> number(json);
            case STRING -> string(json.textValue());
            case BOOLEAN, NULL -> json.toString();
            case MISSING, BINARY, POJO -> throw new IllegalArgumentException("no JSON value");
        };
    }

    private static String object(JsonNode json) {
        return json.properties().stream()
                .sorted(
                        Comparator.comparing(
                                e -> e.getKey().getBytes(StandardCharsets.UTF_8), KEYS))
                .map(e -> string(e.getKey()) + ": " + of(e.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String string(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(character((char) c)));
        return quoted.append('"').toString();
    }

    private static String character(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? "\\u%04x".formatted((int) c) : Character.toString(c);
        };
    }

    /** Digits as they were written; a float without those that say nothing. */
    private static String number(JsonNode json) {
        return json instanceof DoubleNode
                ? new BigDecimal(json.asText()).toPlainString()
                : json.asText();
    }

    /** A column of type float8. */
    static BigDecimal float8(double value) {
        var exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
