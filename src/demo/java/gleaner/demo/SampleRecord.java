package gleaner.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of a sample file, as it is to be sent. The array is not copied: nobody writes to it.
 *
 * @param line where it stands in the file, from 1
 * @param note what it is for, to people; empty where the file says nothing
 * @param key absent for a record without key
 * @param headers in the order of the file
 * @param value the bytes as they go on the wire; absent for a tombstone
 * @param recordedAt the record's own time, where the file names one
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by line, never by content
public record SampleRecord(
        int line,
        String note,
        @Nullable String key,
        Map<String, String> headers,
        byte @Nullable [] value,
        @Nullable Instant recordedAt) {

    /** The key as it goes on the wire. */
    public byte @Nullable [] keyBytes() {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }
}
