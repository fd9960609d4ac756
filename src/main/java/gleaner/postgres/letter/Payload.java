package gleaner.postgres.letter;

import gleaner.event.Partition;
import gleaner.event.Role;
import gleaner.event.SourceRecord;
import gleaner.extract.Context;
import gleaner.extract.Turn;
import gleaner.memory.Source;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A record and the context in which it is to be read: enough to read it once more, as it would have
 * been read in time, when the log no longer holds it.
 */
public record Payload(SourceRecord record, Context context) {

    /** As it is encrypted. */
    byte[] bytes() {
        var headers = new JsonObject();
        record.headers().forEach(headers::put);
        var turns = new JsonArray();
        context.before().forEach(turn -> turns.add(json(turn)));
        return new JsonObject()
                .put("key", record.key())
                .put("value", record.value())
                .put("headers", headers)
                .put("appended_at", record.appendedAt().toEpochMilli())
                .put("context", turns)
                .encode()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What {@link #bytes} made; nothing where it is none such. */
    static Optional<Payload> read(byte[] bytes, Partition partition, long offset) {
        try {
            var json = new JsonObject(new String(bytes, StandardCharsets.UTF_8));
            var record =
                    new SourceRecord(
                            partition,
                            offset,
                            json.getBinary("key"),
                            json.getBinary("value"),
                            headers(json.getJsonObject("headers")),
                            Instant.ofEpochMilli(json.getLong("appended_at")));
            var turns = json.getJsonArray("context").stream().map(JsonObject.class::cast);
            return Optional.of(new Payload(record, new Context(turns.map(Payload::turn).toList())));
        } catch (DecodeException | ClassCastException | IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    private static Map<String, byte[]> headers(JsonObject json) {
        var headers = new HashMap<String, byte[]>();
        json.fieldNames().forEach(name -> headers.put(name, json.getBinary(name)));
        return headers;
    }

    private static JsonObject json(Turn turn) {
        var source = turn.source();
        return new JsonObject()
                .put("user_id", turn.userId())
                .put("role", turn.role().name())
                .put("text", turn.text())
                .put("locale", turn.locale())
                .put("event_id", source.eventId())
                .put("conversation_id", source.conversationId())
                .put("message_id", source.messageId())
                .put("said_at", source.saidAt().toString())
                .put("platform", source.platform())
                .put("character", source.character());
    }

    private static Turn turn(JsonObject json) {
        return new Turn(
                json.getString("user_id"),
                Role.valueOf(json.getString("role")),
                json.getString("text"),
                json.getString("locale"),
                new Source(
                        json.getString("event_id"),
                        json.getString("conversation_id"),
                        json.getString("message_id"),
                        Instant.parse(json.getString("said_at")),
                        json.getString("platform"),
                        json.getString("character")));
    }

    /** Bytes of the record, and characters of its context. */
    long size() {
        return record.size()
                + context.before().stream().mapToLong(turn -> turn.text().length()).sum();
    }
}
