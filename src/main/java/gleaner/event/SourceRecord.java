package gleaner.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in the log. The arrays are not copied: nobody writes to them.
 *
 * @param headers the last value of each header
 * @param appendedAt the record's own time, used where the event names none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by position, never by content
public record SourceRecord(
        Partition partition,
        long offset,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Map<String, byte[]> headers,
        Instant appendedAt) {

    /** Bytes held while it is in flight. */
    public int size() {
        return (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
    }
}
