package gleaner.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record to put into a topic.
 *
 * @param partition where the key shall not decide
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record TestRecord(
        @Nullable String key,
        byte @Nullable [] value,
        Map<String, byte[]> headers,
        @Nullable Integer partition) {

    public static TestRecord of(@Nullable String key, String value) {
        return new TestRecord(key, value.getBytes(UTF_8), Map.of(), null);
    }

    public TestRecord on(int number) {
        return new TestRecord(key, value, headers, number);
    }

    byte @Nullable [] keyBytes() {
        return key == null ? null : key.getBytes(UTF_8);
    }
}
