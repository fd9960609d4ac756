package gleaner;

import gleaner.config.Settings;
import gleaner.cycle.SingleReading;
import gleaner.event.DecodeLimits;
import gleaner.event.EventDecoder;
import gleaner.extract.EmbeddedReader;
import gleaner.extract.ReadingLimits;
import java.util.function.Supplier;

/** Decoder and reader as the settings want them: the same for the worker and for commands. */
final class Readings {
    private Readings() {}

    static EventDecoder decoder(Settings settings) {
        var limits = settings.limits();
        return new EventDecoder(
                new DecodeLimits(limits.recordBytes(), limits.textBytes(), limits.jsonDepth()));
    }

    /** Loads the reader's tables, which takes a moment. */
    static EmbeddedReader reader(Settings settings) {
        return EmbeddedReader.load(
                new ReadingLimits(
                        settings.limits().factsPerMessage(),
                        settings.limits().quoteCharacters(),
                        settings.evidence().quotes()));
    }

    /** Reads records one by one, each with a context of its own. */
    static Supplier<SingleReading> singly(Settings settings) {
        var decoder = decoder(settings);
        var reader = reader(settings);
        return () ->
                new SingleReading(
                        decoder,
                        reader,
                        settings.kafka().contextRecords(),
                        settings.limits().contextTurns(),
                        settings.limits().contextAge());
    }
}
