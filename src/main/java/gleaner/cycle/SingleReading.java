package gleaner.cycle;

import gleaner.event.EventDecoder;
import gleaner.event.SourceRecord;
import gleaner.extract.Context;
import gleaner.extract.Reader;
import java.time.Duration;

/**
 * What one record does to the memory, read by itself and as the worker would read it: in the
 * context that stands before it in the log, or in one that was kept.
 */
public final class SingleReading {
    private final EventDecoder decoder;
    private final BatchReader reader;
    private final ConversationContexts contexts;

    /**
     * Reads one record.
     *
     * @param records how many offsets before the record can be its context
     * @param turns how many turns of its conversation are
     * @param age how old they may be
     */
    public SingleReading(
            EventDecoder decoder, Reader reader, int records, int turns, Duration age) {
        this.decoder = decoder;
        this.reader = new BatchReader(decoder, reader);
        this.contexts = new ConversationContexts(records, turns, age);
    }

    /** Takes note of a record that stands before the one to read, in the order of the log. */
    public void follow(SourceRecord before) {
        reader.decode(before, contexts);
    }

    /** Reads the record in the context of those that were followed. */
    public Effect read(SourceRecord record) {
        return reader.read(reader.decode(record, contexts)).effect();
    }

    /** Reads a record in a context that was kept with it. */
    public Effect read(SourceRecord record, Context context) {
        return reader.read(new BatchReader.Decoding(record, decoder.decode(record), context))
                .effect();
    }
}
