package gleaner.cycle;

import gleaner.event.ConversationEvent;
import gleaner.event.ConversationEvent.ConversationForgotten;
import gleaner.event.ConversationEvent.Message;
import gleaner.event.ConversationEvent.MessageCreated;
import gleaner.event.ConversationEvent.MessageDeleted;
import gleaner.event.ConversationEvent.MessageEdited;
import gleaner.event.ConversationEvent.UserForgotten;
import gleaner.event.Decoded;
import gleaner.event.EventDecoder;
import gleaner.event.Role;
import gleaner.event.SourceRecord;
import gleaner.extract.Context;
import gleaner.extract.Extraction;
import gleaner.extract.Reader;
import gleaner.extract.Turn;
import gleaner.memory.Source;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decode and extract: from records to effects, in two steps because of who may run them.
 *
 * <p>{@link #decode} walks a partition's records in their order and keeps its contexts, so one
 * thread at a time may do it. What it returns is work without any shared state, which all cores may
 * do at once.
 */
final class BatchReader {
    private static final Logger LOG = LoggerFactory.getLogger(BatchReader.class);

    private final EventDecoder decoder;
    private final Reader reader;

    BatchReader(EventDecoder decoder, Reader reader) {
        this.decoder = decoder;
        this.reader = reader;
    }

    /** A record decoded, with the context it is to be read in. */
    record Decoding(SourceRecord record, Decoded decoded, Context context) {}

    /** A record that nobody may touch any more: not even a byte of it is looked at. */
    static Decoding deadly(SourceRecord record) {
        LOG.atError()
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .log("record given up: each process that tried it alone died");
        return new Decoding(
                record,
                new Decoded.Rejected(
                        DeadLetter.PROCESS_DIED, "each process that tried this record alone died"),
                Context.NONE);
    }

    /** Decodes the next record of the partition whose contexts these are. */
    Decoding decode(SourceRecord record, ConversationContexts contexts) {
        var decoded = decoder.decode(record);
        var context =
                decoded instanceof Decoded.Accepted(var event)
                        ? follow(event, record.offset(), contexts)
                        : Context.NONE;
        return new Decoding(record, decoded, context);
    }

    private static Context follow(
            ConversationEvent event, long offset, ConversationContexts contexts) {
        return switch (event) {
            case MessageCreated e -> follow(turn(e, e.message()), offset, contexts);
            case MessageEdited e -> follow(turn(e, e.message()), offset, contexts);
            case MessageDeleted e -> {
                contexts.drop(new MessageKey(e.userId(), e.messageId()));
                yield Context.NONE;
            }
            case ConversationForgotten e -> {
                contexts.drop(new ConversationKey(e.userId(), e.conversationId()));
                yield Context.NONE;
            }
            case UserForgotten e -> {
                contexts.dropUser(e.userId());
                yield Context.NONE;
            }
        };
    }

    private static Context follow(Turn turn, long offset, ConversationContexts contexts) {
        var context = contexts.before(offset, turn);
        contexts.remember(offset, turn);
        return context;
    }

    /**
     * Extracts. A reader that fails costs its record, which becomes a dead letter, not the batch.
     */
    ReadRecord read(Decoding decoding) {
        var record = decoding.record();
        return switch (decoding.decoded()) {
            case Decoded.Accepted(var event) -> readEvent(decoding, event);
            case Decoded.Ignored _ ->
                    new ReadRecord(
                            decoding.decoded(),
                            new Effect.Passed(record.partition(), record.offset()),
                            0);
            case Decoded.Rejected(var errorClass, var reason) ->
                    new ReadRecord(decoding.decoded(), dead(record, errorClass, reason), 0);
        };
    }

    private ReadRecord readEvent(Decoding decoding, ConversationEvent event) {
        var record = decoding.record();
        return switch (event) {
            case MessageCreated e ->
                    extracting(
                            decoding,
                            turn(e, e.message()),
                            extraction ->
                                    new Effect.Learned(
                                            record.partition(),
                                            record.offset(),
                                            extraction.observations()));
            case MessageEdited e ->
                    extracting(
                            decoding,
                            turn(e, e.message()),
                            extraction ->
                                    new Effect.Revised(
                                            record.partition(),
                                            record.offset(),
                                            new MessageKey(e.userId(), e.message().messageId()),
                                            new Revision(e.timestamp(), false, e.eventId()),
                                            extraction.observations()));
            case MessageDeleted e ->
                    new ReadRecord(
                            decoding.decoded(),
                            new Effect.Revised(
                                    record.partition(),
                                    record.offset(),
                                    new MessageKey(e.userId(), e.messageId()),
                                    new Revision(e.timestamp(), true, e.eventId()),
                                    List.of()),
                            0);
            case ConversationForgotten e ->
                    new ReadRecord(
                            decoding.decoded(),
                            new Effect.ConversationForgotten(
                                    record.partition(),
                                    record.offset(),
                                    new ConversationKey(e.userId(), e.conversationId()),
                                    e.timestamp()),
                            0);
            case UserForgotten e ->
                    new ReadRecord(
                            decoding.decoded(),
                            new Effect.Forgotten(
                                    record.partition(), record.offset(), e.userId(), e.timestamp()),
                            0);
        };
    }

    private ReadRecord extracting(
            Decoding decoding, Turn turn, Function<Extraction, Effect> effect) {
        try {
            var extraction =
                    turn.role() == Role.USER
                            ? reader.read(turn, decoding.context())
                            : Extraction.NOTHING;
            return new ReadRecord(
                    decoding.decoded(), effect.apply(extraction), extraction.unread().size());
        } catch (RuntimeException | StackOverflowError failure) {
            return new ReadRecord(decoding.decoded(), unreadable(decoding.record(), failure), 0);
        }
    }

    /** Only the kind of failure is told: an exception's own message may quote the text. */
    private static Effect unreadable(SourceRecord record, Throwable failure) {
        var kind = failure.getClass().getSimpleName();
        LOG.atError()
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("failure", kind)
                .addKeyValue(
                        "at",
                        failure.getStackTrace().length > 0 ? failure.getStackTrace()[0] : "unknown")
                .log("reader failed on a record; kept as a dead letter");
        return dead(record, "reader_failed", "the reader failed with " + kind);
    }

    private static Effect dead(SourceRecord record, String errorClass, String reason) {
        return new Effect.Dead(
                new DeadLetter(record.partition(), record.offset(), errorClass, null, reason, 1));
    }

    private static Turn turn(ConversationEvent event, Message message) {
        var source =
                new Source(
                        event.eventId(),
                        message.conversationId(),
                        message.messageId(),
                        event.timestamp(),
                        message.platform(),
                        message.character());
        return new Turn(
                event.userId(), message.role(), message.content(), message.locale(), source);
    }
}
