package gleaner.postgres.letter;

import gleaner.cycle.Origin;
import gleaner.event.ConversationEvent;
import gleaner.event.ConversationEvent.ConversationForgotten;
import gleaner.event.ConversationEvent.MessageCreated;
import gleaner.event.ConversationEvent.MessageDeleted;
import gleaner.event.ConversationEvent.MessageEdited;
import gleaner.event.ConversationEvent.UserForgotten;
import gleaner.event.Decoded;
import gleaner.event.SourceRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose words a record holds, so far as can be known: who must be able to take them back.
 *
 * @param conversationId null where the record could not be decoded
 * @param messageId likewise
 * @param saidAt the record's own time where it could not be decoded
 */
public record Owner(
        String userId,
        @Nullable String conversationId,
        @Nullable String messageId,
        Instant saidAt) {
    private static final int MAX_ID = 255;

    /** By the event, or else by the key, which is the user id by the contract of the topic. */
    static Optional<Owner> of(Origin origin) {
        return switch (origin.decoded()) {
            case Decoded.Accepted(var event) -> Optional.of(of(event));
            case Decoded.Rejected _, Decoded.Ignored _ -> ofKey(origin.record());
        };
    }

    private static Owner of(ConversationEvent event) {
        return switch (event) {
            case MessageCreated e -> of(e, e.message());
            case MessageEdited e -> of(e, e.message());
            case MessageDeleted e ->
                    new Owner(e.userId(), e.conversationId(), e.messageId(), e.timestamp());
            case ConversationForgotten e ->
                    new Owner(e.userId(), e.conversationId(), null, e.timestamp());
            case UserForgotten e -> new Owner(e.userId(), null, null, e.timestamp());
        };
    }

    private static Owner of(ConversationEvent event, ConversationEvent.Message message) {
        return new Owner(
                event.userId(), message.conversationId(), message.messageId(), event.timestamp());
    }

    private static Optional<Owner> ofKey(SourceRecord record) {
        return Optional.ofNullable(record.key())
                .flatMap(Owner::text)
                .filter(key -> !key.isBlank() && key.codePointCount(0, key.length()) <= MAX_ID)
                .map(key -> new Owner(key, null, null, record.appendedAt()));
    }

    private static Optional<String> text(byte[] key) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}
