package gleaner.event;

/**
 * Decodes a record: whatever its bytes, one of the three outcomes of {@link Decoded}, the same one
 * each time. The fields and their defaults are those of {@code
 * config/schema/conversation-event.schema.json}. Safe for use by many threads.
 */
public final class EventDecoder {
    private final DecodeLimits limits;
    private final Envelopes envelopes;

    public EventDecoder(DecodeLimits limits) {
        this.limits = limits;
        this.envelopes = new Envelopes(new JsonText(limits));
    }

    /** Never throws, whatever the bytes. */
    public Decoded decode(SourceRecord record) {
        var value = record.value();
        if (value == null) {
            return new Decoded.Ignored("tombstone");
        }
        if (value.length > limits.recordBytes()) {
            return Flaw.RECORD_TOO_LARGE.because(
                    "value of " + value.length + " bytes; allowed are " + limits.recordBytes());
        }
        return switch (envelopes.open(value, record.headers())) {
            case Read.Of<Envelope>(var envelope) ->
                    new EventReading(record, envelope, limits).event();
            case Read.Stopped<Envelope>(var outcome) -> outcome;
        };
    }
}
