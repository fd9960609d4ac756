package gleaner.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement was made.
 *
 * @param eventId the event that carried the words; an edit carries new words for an old message
 * @param conversationId the conversation
 * @param messageId the message, unique among the messages of its user
 * @param saidAt when it was said: the time that all merging uses
 * @param platform where, if known
 * @param character which character heard it, if known
 */
public record Source(
        String eventId,
        String conversationId,
        String messageId,
        Instant saidAt,
        @Nullable String platform,
        @Nullable String character) {}
