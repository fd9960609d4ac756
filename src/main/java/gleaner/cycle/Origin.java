package gleaner.cycle;

import gleaner.event.Decoded;
import gleaner.event.SourceRecord;
import gleaner.extract.Context;

/**
 * Where an effect comes from: all that is needed to read the record once more, should it become a
 * dead letter.
 *
 * @param decoded what the record was decoded to
 * @param context what it was read in
 */
public record Origin(SourceRecord record, Decoded decoded, Context context) {}
