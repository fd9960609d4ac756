package gleaner.faults.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages come out whole and in order, however the bytes come in. */
class PostgresMessagesTest {

    private static final byte[] ASK_TLS = untyped(80877103, "");
    private static final byte[] STARTUP = untyped(196608, "user\0gleaner\0\0");
    private static final byte[] BEGIN = typed('Q', "BEGIN\0");
    private static final byte[] COMMIT = typed('Q', "COMMIT\0");
    private static final byte[] ROLLBACK = typed('Q', "ROLLBACK\0");
    private static final byte[] OK = typed('R', "\0\0\0\0");
    private static final byte[] DONE = typed('C', "COMMIT\0");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 1_000})
    void aClientsMessagesInPartsOfAnySize(int size) {
        var messages = List.of(STARTUP, BEGIN, COMMIT, ROLLBACK);
        assertThat(cut(Way.TO_SERVER, messages, size)).containsExactlyElementsOf(messages);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1_000})
    void aClientThatAsksForTlsInVainStartsAnew(int size) {
        var messages = List.of(ASK_TLS, STARTUP, COMMIT);
        assertThat(cut(Way.TO_SERVER, messages, size)).containsExactlyElementsOf(messages);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1_000})
    void aServersMessagesInPartsOfAnySize(int size) {
        var messages = List.of("N".getBytes(ISO_8859_1), OK, DONE);
        assertThat(cut(Way.TO_CLIENT, messages, size)).containsExactlyElementsOf(messages);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void encryptedBytesPassAsTheyCome(int size) {
        var hello = "\u0016\u0003\u0001 whatever follows".getBytes(ISO_8859_1);
        var fromClient = cut(Way.TO_SERVER, List.of(ASK_TLS, hello), size);
        assertThat(joined(fromClient)).isEqualTo(joined(List.of(ASK_TLS, hello)));
        var fromServer = cut(Way.TO_CLIENT, List.of("S".getBytes(ISO_8859_1), hello), size);
        assertThat(joined(fromServer)).isEqualTo("S" + new String(hello, ISO_8859_1));
    }

    private static List<byte[]> cut(Way way, List<byte[]> sent, int size) {
        var bytes = joined(sent).getBytes(ISO_8859_1);
        var messages = new PostgresMessages(way);
        var found = new ArrayList<byte[]>();
        for (int at = 0; at < bytes.length; at += size) {
            found.addAll(
                    messages.of(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size))));
        }
        return found;
    }

    private static String joined(List<byte[]> parts) {
        var all = new StringBuilder();
        parts.forEach(part -> all.append(new String(part, ISO_8859_1)));
        return all.toString();
    }

    private static byte[] typed(char kind, String content) {
        return ByteBuffer.allocate(5 + content.length())
                .put((byte) kind)
                .putInt(4 + content.length())
                .put(content.getBytes(ISO_8859_1))
                .array();
    }

    private static byte[] untyped(int code, String content) {
        return ByteBuffer.allocate(8 + content.length())
                .putInt(8 + content.length())
                .putInt(code)
                .put(content.getBytes(ISO_8859_1))
                .array();
    }
}
