package gleaner.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records for tests; each method gives another record, with one thing changed. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Records(
        byte @Nullable [] key,
        byte @Nullable [] value,
        Map<String, byte[]> headers,
        Instant recordedAt) {
    static final Instant RECORDED_AT = Instant.parse("2025-06-01T12:00:00Z");
    static final DecodeLimits LIMITS = new DecodeLimits(1 << 20, 1 << 16, 32);

    static Records holding(String value) {
        return holding(utf8(value));
    }

    static Records holding(byte @Nullable [] value) {
        return new Records(utf8("key"), value, Map.of(), RECORDED_AT);
    }

    /** A message by Ana with these further fields, each {@code "name": value}. */
    static Records message(String... fields) {
        return holding(
                "{\"user_id\": \"ana\", \"role\": \"user\", \"content\": \"hello\""
                        + (fields.length == 0 ? "" : ", " + String.join(", ", fields))
                        + "}");
    }

    Records keyed(@Nullable String newKey) {
        return keyed(newKey == null ? null : utf8(newKey));
    }

    Records keyed(byte @Nullable [] newKey) {
        return new Records(newKey, value, headers, recordedAt);
    }

    Records with(String header, String text) {
        return with(header, utf8(text));
    }

    Records with(String header, byte[] bytes) {
        var more = new HashMap<>(headers);
        more.put(header, bytes);
        return new Records(key, value, more, recordedAt);
    }

    Records recorded(Instant at) {
        return new Records(key, value, headers, at);
    }

    Decoded decoded() {
        return decoded(LIMITS);
    }

    Decoded decoded(DecodeLimits limits) {
        return new EventDecoder(limits).decode(source());
    }

    SourceRecord source() {
        return new SourceRecord(new Partition("events", 3), 42, key, value, headers, recordedAt);
    }

    ConversationEvent event() {
        return switch (decoded()) {
            case Decoded.Accepted(var event) -> event;
            case Decoded.Ignored(var reason) -> throw new AssertionError("ignored: " + reason);
            case Decoded.Rejected(var errorClass, var reason) ->
                    throw new AssertionError(errorClass + ": " + reason);
        };
    }

    ConversationEvent.Message words() {
        return switch (event()) {
            case ConversationEvent.MessageCreated created -> created.message();
            case ConversationEvent.MessageEdited edited -> edited.message();
            case ConversationEvent.MessageDeleted deleted -> throw new AssertionError(deleted);
            case ConversationEvent.ConversationForgotten forgotten ->
                    throw new AssertionError(forgotten);
            case ConversationEvent.UserForgotten forgotten -> throw new AssertionError(forgotten);
        };
    }

    /** The error class; empty where the record was not rejected. */
    String flaw() {
        return flaw(LIMITS);
    }

    String flaw(DecodeLimits limits) {
        return decoded(limits) instanceof Decoded.Rejected(var errorClass, var _) ? errorClass : "";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
