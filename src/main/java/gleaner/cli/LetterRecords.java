package gleaner.cli;

import gleaner.config.Settings;
import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import gleaner.kafka.KafkaLog;
import gleaner.kafka.LogUnavailable;
import gleaner.postgres.letter.Keeping;
import gleaner.postgres.letter.Payload;
import gleaner.postgres.statement.LetterRow;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the record of a dead letter can still be had: in the log at its position, or among the kept
 * payloads.
 */
final class LetterRecords implements AutoCloseable {
    private final KafkaLog log;
    private final Map<Partition, LogBounds> bounds;
    private final Keeping keeping;
    private final int contextRecords;

    private LetterRecords(
            KafkaLog log, Map<Partition, LogBounds> bounds, Keeping keeping, int contextRecords) {
        this.log = log;
        this.bounds = bounds;
        this.keeping = keeping;
        this.contextRecords = contextRecords;
    }

    static LetterRecords open(Settings settings) throws LogUnavailable {
        var log = KafkaLog.open(settings.kafka());
        try {
            return new LetterRecords(
                    log,
                    log.bounds(),
                    Keeping.of(settings.deadLetters()),
                    settings.kafka().contextRecords());
        } catch (LogUnavailable | RuntimeException failure) {
            log.close();
            throw failure;
        }
    }

    /** What was kept of it, and can be decrypted. */
    Optional<Payload> kept(LetterRow letter) {
        return Optional.ofNullable(letter.sealed())
                .flatMap(sealed ->
                        keeping.open(sealed, letter.key().partition(), letter.key().offset()));
    }

    /** Whether the log holds everything that the record could have as its context. */
    boolean isWholeInLog(LetterRow letter) {
        return isInLog(letter) && beginning(letter) <= contextBegin(letter);
    }

    /** Whether the log reaches over its position, and the topic is the same. */
    boolean isInLog(LetterRow letter) {
        var known = bounds.get(letter.key().partition());
        return known != null
                && (letter.topicId() == null || letter.topicId().equals(known.topicId()))
                && letter.key().offset() >= known.beginning()
                && letter.key().offset() < known.end();
    }

    /**
     * The record as it stands in the log; nothing where the log was compacted there.
     *
     * @param before given each record that could be its context, in their order
     */
    Optional<SourceRecord> inLog(LetterRow letter, Consumer<SourceRecord> before)
            throws LogUnavailable {
        var offset = letter.key().offset();
        var found = new Found();
        log.read(
                letter.key().partition(),
                Math.max(beginning(letter), contextBegin(letter)),
                offset + 1,
                record -> {
                    if (record.offset() == offset) {
                        found.record = record;
                    } else {
                        before.accept(record);
                    }
                });
        return Optional.ofNullable(found.record);
    }

    private long contextBegin(LetterRow letter) {
        return Math.max(0, letter.key().offset() - contextRecords);
    }

    private long beginning(LetterRow letter) {
        var known = bounds.get(letter.key().partition());
        return known == null ? Long.MAX_VALUE : known.beginning();
    }

    @Override
    public void close() {
        log.close();
    }

    /** What a stretch turned out to hold. */
    private static final class Found {
        private @Nullable SourceRecord record;
    }
}
