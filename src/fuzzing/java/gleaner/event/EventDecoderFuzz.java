package gleaner.event;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import gleaner.event.ConversationEvent.ConversationForgotten;
import gleaner.event.ConversationEvent.Message;
import gleaner.event.ConversationEvent.MessageCreated;
import gleaner.event.ConversationEvent.MessageDeleted;
import gleaner.event.ConversationEvent.MessageEdited;
import gleaner.event.ConversationEvent.UserForgotten;
import gleaner.fuzz.Claim;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Any record: one of the three outcomes, the same each time; what is accepted keeps to the limits
 * and can be stored; no reason quotes the record.
 */
public final class EventDecoderFuzz {
    /** Small, so that inputs reach them. */
    private static final DecodeLimits LIMITS = new DecodeLimits(2_000, 200, 8);

    /** Stands for what a user said; the dictionary has it. */
    private static final String SAID = "quxqux";

    private static final Set<String> FLAWS =
            Arrays.stream(Flaw.values())
                    .map(flaw -> flaw.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
    private static final EventDecoder DECODER = new EventDecoder(LIMITS);

    private EventDecoderFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        var appendedAt = appendedAt(data);
        var key = data.consumeBoolean() ? null : data.consumeBytes(data.consumeInt(0, 300));
        var headers = headers(data);
        var value = data.consumeBoolean() ? null : data.consumeRemainingAsBytes();
        var record = record(key, value, headers, appendedAt);
        switch (Claim.repeats(() -> DECODER.decode(record))) {
            case Decoded.Accepted(var event) -> {
                check(event, appendedAt);
                if (headers.isEmpty() && value != null) {
                    wrapped(record, value, event);
                }
            }
            case Decoded.Ignored(var reason) ->
                    Claim.that(
                            Set.of("tombstone", "unknown_type").contains(reason),
                            "known reason",
                            reason);
            case Decoded.Rejected(var errorClass, var reason) -> {
                Claim.that(FLAWS.contains(errorClass), "known error class", errorClass);
                Claim.that(!reason.contains(SAID), "no word of content in", reason);
            }
        }
    }

    private static Instant appendedAt(FuzzedDataProvider data) {
        return data.consumeBoolean()
                ? Instant.ofEpochMilli(data.consumeLong())
                : Instant.parse("2025-06-01T12:00:00Z");
    }

    private static Map<String, byte[]> headers(FuzzedDataProvider data) {
        var headers = new HashMap<String, byte[]>();
        for (int i = data.consumeInt(0, 5); i > 0; i--) {
            var name =
                    Claim.oneOf(
                            data, "content-type", "ce_specversion", "ce_type", "ce_id", "ce_time");
            var known =
                    switch (data.consumeInt(0, 9)) {
                        case 0 -> "application/cloudevents+json";
                        case 1 -> "1.0";
                        case 2 -> "message.created";
                        case 3 -> "message.edited";
                        case 4 -> "message.deleted";
                        case 5 -> "user.forgotten";
                        case 6 -> "conversation.forgotten";
                        default -> "";
                    };
            headers.put(
                    name,
                    known.isEmpty()
                            ? data.consumeBytes(data.consumeInt(0, 300))
                            : known.getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static void check(ConversationEvent event, Instant appendedAt) {
        id(event.eventId());
        id(event.userId());
        var time = event.timestamp();
        Claim.that(
                !time.isBefore(EventTime.EARLIEST) && !time.isAfter(EventTime.LATEST),
                "possible time",
                time);
        Claim.equal(time, time.truncatedTo(ChronoUnit.MICROS), "as fine as the database");
        Claim.that(
                appendedAt.isBefore(EventTime.EARLIEST)
                        || appendedAt.isAfter(EventTime.LATEST)
                        || !time.isAfter(appendedAt.plus(EventTime.AHEAD)),
                "at most a day ahead:",
                time);
        switch (event) {
            case MessageCreated created -> check(created.message());
            case MessageEdited edited -> check(edited.message());
            case MessageDeleted deleted -> {
                id(deleted.conversationId());
                id(deleted.messageId());
            }
            case ConversationForgotten forgotten -> id(forgotten.conversationId());
            case UserForgotten _ -> {}
        }
    }

    private static void check(Message message) {
        id(message.conversationId());
        id(message.messageId());
        var content = message.content();
        Claim.that(Utf8.isClean(content), "clean content");
        Claim.that(
                content.getBytes(StandardCharsets.UTF_8).length <= LIMITS.textBytes(),
                "content of",
                content.length(),
                "characters within the limit");
        name(message.platform());
        name(message.character());
        name(message.locale());
        if (message.locale() != null) {
            Claim.equal(
                    Locale.forLanguageTag(message.locale()).toLanguageTag(),
                    message.locale(),
                    "a language tag");
        }
    }

    private static void id(String id) {
        Claim.that(
                !id.isBlank()
                        && Utf8.isClean(id)
                        && id.codePointCount(0, id.length()) <= Fields.MAX_ID,
                "an id:",
                id);
    }

    private static void name(@Nullable String name) {
        if (name != null) {
            id(name);
        }
    }

    /** In both modes of CloudEvents the same event comes out as from the plain value. */
    private static void wrapped(SourceRecord record, byte[] value, ConversationEvent event) {
        var type =
                switch (event) {
                    case MessageCreated _ -> "message.created";
                    case MessageEdited _ -> "message.edited";
                    case MessageDeleted _ -> "message.deleted";
                    case ConversationForgotten _ -> "conversation.forgotten";
                    case UserForgotten _ -> "user.forgotten";
                };
        // Room for the envelope, and for its one level.
        var roomy = new EventDecoder(new DecodeLimits(4_000, 200, 9));
        var binary =
                Map.of(
                        "ce_specversion", utf8("1.0"),
                        "ce_type", utf8(type),
                        "ce_id", utf8(event.eventId()));
        Claim.equal(
                new Decoded.Accepted(event),
                roomy.decode(record(record.key(), value, binary, record.appendedAt())),
                "plain and binary");
    }

    private static SourceRecord record(
            byte @Nullable [] key,
            byte @Nullable [] value,
            Map<String, byte[]> headers,
            Instant appendedAt) {
        return new SourceRecord(new Partition("events", 3), 42, key, value, headers, appendedAt);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
