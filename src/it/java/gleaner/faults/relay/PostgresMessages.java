package gleaner.faults.relay;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts one direction of a connection into PostgreSQL's messages (protocol 3). What is incomplete
 * waits for the rest. Behind a handshake for TLS there is nothing to be seen any more: bytes then
 * pass as they come.
 */
final class PostgresMessages {

    private static final int LENGTH = 4;

    /** Asks for TLS or GSSAPI; the client starts anew afterwards. */
    private static final List<Integer> ENCRYPTION_REQUESTS = List.of(80877103, 80877104);

    private static final byte TLS_HANDSHAKE = 0x16;

    private final Way way;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private boolean starting = true;
    private boolean encrypted;

    PostgresMessages(Way way) {
        this.way = way;
    }

    /** The messages that these bytes complete. */
    List<byte[]> of(byte[] bytes) {
        waiting.writeBytes(bytes);
        var all = waiting.toByteArray();
        var messages = new ArrayList<byte[]>();
        int at = 0;
        for (int next = end(all, at); next > at && next <= all.length; next = end(all, at)) {
            messages.add(Arrays.copyOfRange(all, at, next));
            at = next;
        }
        waiting.reset();
        waiting.write(all, at, all.length - at);
        return messages;
    }

    /** Where the message ends that begins here; here, where that cannot be said yet. */
    private int end(byte[] all, int at) {
        if (at == all.length) {
            return at;
        }
        if (encrypted) {
            return all.length;
        }
        if (starting) {
            return switch (way) {
                case TO_SERVER -> endOfStartup(all, at);
                case TO_CLIENT -> endOfAnswer(all, at);
            };
        }
        return endOfTyped(all, at);
    }

    private static int endOfTyped(byte[] all, int at) {
        return all.length - at < 1 + LENGTH ? at : at + 1 + ByteBuffer.wrap(all).getInt(at + 1);
    }

    /** The first messages of a client have no kind, and a code behind the length. */
    private int endOfStartup(byte[] all, int at) {
        if (all[at] == TLS_HANDSHAKE) {
            encrypted = true;
            return all.length;
        }
        if (all.length - at < 2 * LENGTH) {
            return at;
        }
        var end = at + ByteBuffer.wrap(all).getInt(at);
        if (end <= all.length) {
            starting = ENCRYPTION_REQUESTS.contains(ByteBuffer.wrap(all).getInt(at + LENGTH));
        }
        return end;
    }

    /** A server answers a request for encryption with one byte, N for no. */
    private int endOfAnswer(byte[] all, int at) {
        if (all[at] == 'N') {
            return at + 1;
        }
        if (all[at] == 'S' || all[at] == 'G') {
            encrypted = true;
            return at + 1;
        }
        starting = false;
        return endOfTyped(all, at);
    }
}
