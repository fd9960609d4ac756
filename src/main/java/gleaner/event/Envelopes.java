package gleaner.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Opens a record's value: plain JSON, or a CloudEvent 1.0 in one of the two modes of its Kafka
 * protocol binding. Structured: the value is the envelope, and the header {@code content-type} says
 * so. Binary: the envelope's attributes are headers with the prefix {@code ce_}, and the value is
 * the data.
 */
final class Envelopes {
    private static final String CLOUDEVENTS = "application/cloudevents";
    private static final String CLOUDEVENTS_JSON = "application/cloudevents+json";
    private static final String SPEC_VERSION = "1.0";

    private final JsonText json;

    Envelopes(JsonText json) {
        this.json = json;
    }

    Read<Envelope> open(byte[] value, Map<String, byte[]> headers) {
        var mediaType = mediaType(headers);
        if (mediaType.equals(CLOUDEVENTS_JSON)) {
            return json.object(value, "value").then(this::structured);
        }
        if (mediaType.startsWith(CLOUDEVENTS)) {
            return bad("content-type is a form of CloudEvents other than " + CLOUDEVENTS_JSON);
        }
        if (headers.containsKey("ce_specversion") || headers.containsKey("ce_type")) {
            return attributes(headers).then(a -> binary(value, a));
        }
        return json.object(value, "value").then(Envelopes::plain);
    }

    private static Read<Envelope> plain(JsonNode object) {
        var fields = new Fields(object, "");
        var type = fields.string("type");
        return fields.orStop(fields)
                .then(f -> type(type.orElse("message.created")))
                .then(t -> read(t, Optional.empty(), Optional.empty(), fields));
    }

    private Read<Envelope> structured(JsonNode envelope) {
        return cloudEvent(
                envelope,
                "",
                (type, id, time) ->
                        data(envelope).then(d -> read(type, id, time, new Fields(d, "data."))));
    }

    private Read<Envelope> binary(byte[] value, JsonNode attributes) {
        return cloudEvent(
                attributes,
                "header ce_",
                (type, id, time) ->
                        json.object(value, "value")
                                .then(d -> read(type, id, time, new Fields(d, ""))));
    }

    /** Reads the attributes; the data of an event that is not ours stay unread. */
    private static Read<Envelope> cloudEvent(JsonNode attributes, String path, Content content) {
        var fields = new Fields(attributes, path);
        var version = fields.string("specversion");
        var type = fields.string("type");
        var id = fields.id("id");
        var time = fields.string("time");
        if (!version.equals(Optional.of(SPEC_VERSION))) {
            fields.note(Flaw.BAD_CLOUDEVENT, "specversion", "is not " + SPEC_VERSION);
        }
        if (type.isEmpty()) {
            fields.note(Flaw.BAD_CLOUDEVENT, "type", "is absent");
        }
        if (id.isEmpty()) {
            fields.note(Flaw.BAD_CLOUDEVENT, "id", "is absent");
        }
        return fields.orStop(type.orElse(""))
                .then(Envelopes::type)
                .then(t -> content.read(t, id, time));
    }

    /**
     * Absent data are an object without fields: a request to forget may need no more than a key.
     */
    private Read<JsonNode> data(JsonNode envelope) {
        var base64 = envelope.path("data_base64");
        if (!base64.isTextual()) {
            var data = envelope.path("data");
            return data.isMissingNode() || data.isNull()
                    ? new Read.Of<>(JsonNodeFactory.instance.objectNode())
                    : JsonText.object(data, "data");
        }
        try {
            var bytes = Base64.getDecoder().decode(base64.textValue());
            return json.object(bytes, "data_base64");
        } catch (IllegalArgumentException notBase64) {
            return bad("data_base64 is not Base64");
        }
    }

    private static Read<EventType> type(String name) {
        return EventType.named(name)
                .<Read<EventType>>map(Read.Of::new)
                .orElseGet(() -> new Read.Stopped<>(new Decoded.Ignored("unknown_type")));
    }

    private static Read<JsonNode> attributes(Map<String, byte[]> headers) {
        var attributes = JsonNodeFactory.instance.objectNode();
        for (var name : new String[] {"specversion", "type", "id", "time"}) {
            var bytes = headers.get("ce_" + name);
            if (bytes != null) {
                var text = Utf8.decode(bytes);
                if (text.isEmpty()) {
                    return new Read.Stopped<>(
                            Flaw.NOT_UTF8.because("header ce_" + name + " is not UTF-8"));
                }
                attributes.put(name, text.get());
            }
        }
        return new Read.Of<>(attributes);
    }

    /** Without parameters, in lower case; empty where there is none. */
    private static String mediaType(Map<String, byte[]> headers) {
        var bytes = headers.get("content-type");
        var text = bytes == null ? "" : Utf8.decode(bytes).orElse("");
        return text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Read<Envelope> read(
            EventType type, Optional<String> id, Optional<String> time, Fields fields) {
        return new Read.Of<>(new Envelope(type, id, time, fields));
    }

    private static <T> Read<T> bad(String reason) {
        return new Read.Stopped<>(Flaw.BAD_CLOUDEVENT.because(reason));
    }

    /** What follows the attributes. */
    private interface Content {
        Read<Envelope> read(EventType type, Optional<String> id, Optional<String> time);
    }
}
