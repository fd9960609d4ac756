package gleaner.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened in a conversation. */
public sealed interface ConversationEvent {

    String eventId();

    /** Whose memory; at most 255 characters. */
    String userId();

    /** When it was said or done: the time that all merging uses. */
    Instant timestamp();

    /** Somebody said something. */
    record MessageCreated(String eventId, String userId, Instant timestamp, Message message)
            implements ConversationEvent {}

    /** The same message with new content; what the old content taught is taken back. */
    record MessageEdited(String eventId, String userId, Instant timestamp, Message message)
            implements ConversationEvent {}

    /** What the message taught is taken back. */
    record MessageDeleted(
            String eventId,
            String userId,
            Instant timestamp,
            String conversationId,
            String messageId)
            implements ConversationEvent {}

    /** What was said in the conversation goes, and older messages of it never bring it back. */
    record ConversationForgotten(
            String eventId, String userId, Instant timestamp, String conversationId)
            implements ConversationEvent {}

    /** Everything about the user goes, and older messages never bring it back. */
    record UserForgotten(String eventId, String userId, Instant timestamp)
            implements ConversationEvent {}

    /**
     * The words.
     *
     * @param locale BCP-47, if the event names one
     */
    record Message(
            String conversationId,
            String messageId,
            Role role,
            String content,
            @Nullable String platform,
            @Nullable String character,
            @Nullable String locale) {}
}
