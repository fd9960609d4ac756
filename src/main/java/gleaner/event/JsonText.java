package gleaner.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * From bytes to one JSON object, within the limits. Jackson's own messages quote the input, so only
 * the kind of the failure and its place are taken from them.
 */
final class JsonText {
    /** Far beyond any number that means something here, and cheap to parse. */
    static final int NUMBER_DIGITS = 100;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final int maxDepth;
    private final ObjectReader trees;

    JsonText(DecodeLimits limits) {
        maxDepth = limits.jsonDepth();
        var constraints =
                StreamReadConstraints.builder()
                        .maxNestingDepth(limits.jsonDepth())
                        .maxNumberLength(NUMBER_DIGITS)
                        // Strings and names end where the record does.
                        .maxStringLength(limits.recordBytes())
                        .maxNameLength(limits.recordBytes())
                        .build();
        var factory =
                JsonFactory.builder()
                        .streamReadConstraints(constraints)
                        // Field names come from outside: they must not pile up among the JVM's
                        // strings.
                        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                        .build();
        trees =
                JsonMapper.builder(factory)
                        .build()
                        .reader()
                        .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    /**
     * @param where what the bytes are, for the reason: {@code value}, {@code data_base64}
     */
    Read<JsonNode> object(byte[] bytes, String where) {
        var text = Utf8.decode(bytes);
        if (text.isEmpty()) {
            return stop(Flaw.NOT_UTF8, where + " is not UTF-8");
        }
        return parse(withoutMark(text.get()), where).then(node -> object(node, where));
    }

    static Read<JsonNode> object(JsonNode node, String where) {
        return node.isObject()
                ? new Read.Of<>(node)
                : stop(Flaw.NOT_AN_OBJECT, where + " is no JSON object");
    }

    private Read<JsonNode> parse(String text, String where) {
        try (var parser = trees.createParser(text)) {
            return parse(parser, where);
        } catch (IOException cannotBe) {
            throw new UncheckedIOException("closing a parser of a string", cannotBe);
        }
    }

    private Read<JsonNode> parse(JsonParser parser, String where) throws IOException {
        try {
            if (parser.nextToken() == null) {
                return stop(Flaw.NOT_JSON, where + " is empty");
            }
            JsonNode node = trees.readTree(parser);
            return parser.nextToken() == null
                    ? new Read.Of<>(node)
                    : stop(Flaw.NOT_JSON, where + " goes on behind its end" + place(parser));
        } catch (StreamConstraintsException beyond) {
            return beyond(parser, where);
        } catch (MismatchedInputException twice) {
            // The only one that a tree can give: FAIL_ON_READING_DUP_TREE_KEY.
            return stop(
                    Flaw.DUPLICATE_FIELD,
                    where + " names a field twice in one object" + place(parser));
        } catch (JsonProcessingException broken) {
            return stop(Flaw.NOT_JSON, where + " is no JSON" + place(parser));
        }
    }

    /** The parser has entered the object that is too deep before it refuses it. */
    private Read<JsonNode> beyond(JsonParser parser, String where) {
        return parser.getParsingContext().getNestingDepth() > maxDepth
                ? stop(
                        Flaw.TOO_DEEP,
                        where + " is nested deeper than the allowed " + maxDepth + " levels")
                : stop(
                        Flaw.NUMBER_TOO_LONG,
                        where
                                + " has a number of more than the allowed "
                                + NUMBER_DIGITS
                                + " digits"
                                + place(parser));
    }

    private static String place(JsonParser parser) {
        return ", at character " + parser.currentLocation().getCharOffset();
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static Read<JsonNode> stop(Flaw flaw, String reason) {
        return new Read.Stopped<>(flaw.because(reason));
    }
}
