package gleaner.cycle;

import gleaner.event.DecodeLimits;
import gleaner.event.EventDecoder;
import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import gleaner.extract.EmbeddedReader;
import gleaner.extract.Reader;
import gleaner.extract.ReadingLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What records do to the memory, read one after the other from the beginning of the log: without
 * batches, restarts, or anything else that could go wrong.
 */
public final class PlainReading {
    /** The documented limits, which a worker under test keeps too. */
    private static final DecodeLimits DECODING = new DecodeLimits(1 << 20, 64 << 10, 32);

    private static final ReadingLimits READING = new ReadingLimits(50, 240, true);

    private final BatchReader reader;
    private final Predicate<SourceRecord> deadly;
    private final Map<Partition, ConversationContexts> contexts = new HashMap<>();

    private PlainReading(Reader reader, Predicate<SourceRecord> deadly) {
        this.reader = new BatchReader(new EventDecoder(DECODING), reader);
        this.deadly = deadly;
    }

    /** The reader that workers have unless a test gives them another. */
    public static Reader embeddedReader() {
        return EmbeddedReader.load(READING);
    }

    /**
     * The effects of these records, which stand in the order of the log, partition by partition.
     *
     * @param deadly those that workers die of, and that must be given up
     */
    public static List<Effect> effects(
            List<SourceRecord> records, Reader reader, Predicate<SourceRecord> deadly) {
        var reading = new PlainReading(reader, deadly);
        var effects = new ArrayList<Effect>();
        records.forEach(record -> effects.add(reading.effect(record)));
        return effects;
    }

    private Effect effect(SourceRecord record) {
        if (deadly.test(record)) {
            return reader.read(BatchReader.deadly(record)).effect();
        }
        var ofPartition =
                contexts.computeIfAbsent(
                        record.partition(),
                        p -> new ConversationContexts(2_000, 6, Duration.ofMinutes(30)));
        return reader.read(reader.decode(record, ofPartition)).effect();
    }
}
