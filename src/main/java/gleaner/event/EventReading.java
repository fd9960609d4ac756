package gleaner.event;

import gleaner.event.ConversationEvent.ConversationForgotten;
import gleaner.event.ConversationEvent.Message;
import gleaner.event.ConversationEvent.MessageCreated;
import gleaner.event.ConversationEvent.MessageDeleted;
import gleaner.event.ConversationEvent.MessageEdited;
import gleaner.event.ConversationEvent.UserForgotten;
import java.time.Instant;
import java.util.Optional;

/** One event on its way: its record, its envelope, and the rules for what they leave out. */
final class EventReading {
    private final SourceRecord record;
    private final Envelope envelope;
    private final Fields fields;
    private final DecodeLimits limits;

    EventReading(SourceRecord record, Envelope envelope, DecodeLimits limits) {
        this.record = record;
        this.envelope = envelope;
        this.fields = envelope.fields();
        this.limits = limits;
    }

    Decoded event() {
        var id = eventId();
        var user = userId();
        var time = time();
        return fields.or(
                switch (envelope.type()) {
                    case MESSAGE_CREATED -> new MessageCreated(id, user, time, message(user, id));
                    case MESSAGE_EDITED ->
                            new MessageEdited(id, user, time, message(user, messageId()));
                    case MESSAGE_DELETED ->
                            new MessageDeleted(id, user, time, conversationId(user), messageId());
                    case CONVERSATION_FORGOTTEN ->
                            new ConversationForgotten(id, user, time, forgottenConversationId());
                    case USER_FORGOTTEN -> new UserForgotten(id, user, time);
                });
    }

    private String eventId() {
        var own = fields.id("event_id");
        return envelope.eventId()
                .or(() -> own)
                .orElseGet(() ->
                        record.partition().topic()
                                + "/"
                                + record.partition().number()
                                + "/"
                                + record.offset());
    }

    /** The record key is the user id, by the contract of the topic. */
    private String userId() {
        return fields.id("user_id")
                .or(this::key)
                .orElseGet(() -> {
                    fields.note(
                            Flaw.MISSING_USER_ID,
                            "user_id",
                            "is absent, and so is a record key that could stand for it"
                                    + " (1 to "
                                    + Fields.MAX_ID
                                    + " characters)");
                    return "";
                });
    }

    private String conversationId(String user) {
        return fields.id("conversation_id").or(this::key).orElse(user);
    }

    /** No default may stand for it: it would have another conversation forgotten. */
    private String forgottenConversationId() {
        return fields.id("conversation_id")
                .orElseGet(() -> {
                    fields.note(
                            Flaw.MISSING_CONVERSATION_ID,
                            "conversation_id",
                            "is absent; to forget a conversation, it must be said which");
                    return "";
                });
    }

    /** Of an edit or a deletion: without it, there is nothing to take back. */
    private String messageId() {
        return fields.id("message_id")
                .orElseGet(() -> {
                    fields.note(
                            Flaw.MISSING_MESSAGE_ID,
                            "message_id",
                            "is absent; an edit or a deletion must say of what");
                    return "";
                });
    }

    private Instant time() {
        return fields.time("timestamp", record.appendedAt()).orElseGet(this::timeOutside);
    }

    private Instant timeOutside() {
        var time =
                envelope.time().isPresent()
                        ? EventTime.of(envelope.time().get(), record.appendedAt())
                        : EventTime.ofRecord(record.appendedAt());
        return time.orElseGet(() -> {
            fields.note(
                    Flaw.BAD_TIMESTAMP,
                    "timestamp",
                    "is absent, and the time that stands for it is none that can be; "
                            + EventTime.ALLOWED);
            return Instant.EPOCH;
        });
    }

    private Message message(String user, String defaultMessageId) {
        return new Message(
                conversationId(user),
                fields.id("message_id").orElse(defaultMessageId),
                role(),
                content(),
                fields.name("platform").orElse(null),
                fields.name("character").or(() -> fields.name("bot_name")).orElse(null),
                fields.locale("locale").orElse(null));
    }

    private Role role() {
        var word = fields.word("role");
        if (word.isEmpty()) {
            fields.note(Flaw.MISSING_ROLE, "role", "is absent; " + rolesAllowed());
            return Role.SYSTEM;
        }
        return switch (word.get()) {
            case "user" -> Role.USER;
            case "assistant", "bot" -> Role.ASSISTANT;
            case "system" -> Role.SYSTEM;
            default -> {
                fields.note(Flaw.BAD_ROLE, "role", "is unknown; " + rolesAllowed());
                yield Role.SYSTEM;
            }
        };
    }

    private String content() {
        var text = fields.text("content");
        if (text.isEmpty()) {
            fields.note(Flaw.MISSING_CONTENT, "content", "is absent; allowed is any string");
            return "";
        }
        var bytes = Utf8.length(text.get());
        if (bytes > limits.textBytes()) {
            fields.note(
                    Flaw.TEXT_TOO_LONG,
                    "content",
                    "has " + bytes + " bytes of UTF-8; allowed are " + limits.textBytes());
            return "";
        }
        return Utf8.clean(text.get());
    }

    /** The record key, where it can be an id. */
    private Optional<String> key() {
        var key = record.key();
        return key == null
                ? Optional.empty()
                : Utf8.decode(key)
                        .filter(k -> !k.isBlank() && Utf8.isClean(k))
                        .filter(k -> k.codePointCount(0, k.length()) <= Fields.MAX_ID);
    }

    private static String rolesAllowed() {
        return "allowed are user, assistant, bot and system";
    }
}
