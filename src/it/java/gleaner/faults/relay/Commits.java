package gleaner.faults.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the COMMITs in one direction of a connection to PostgreSQL, and asks whether they may pass.
 */
final class Commits implements Pump.Judged {

    private static final byte[] QUERY = message('Q', "COMMIT");
    private static final byte[] COMPLETE = message('C', "COMMIT");

    private final PostgresMessages messages;
    private final byte[] wanted;
    private final Relay.Commit what;
    private final Predicate<Relay.Commit> mayPass;

    Commits(Way way, Predicate<Relay.Commit> mayPass) {
        this.messages = new PostgresMessages(way);
        this.mayPass = mayPass;
        this.wanted =
                switch (way) {
                    case TO_SERVER -> QUERY;
                    case TO_CLIENT -> COMPLETE;
                };
        this.what =
                switch (way) {
                    case TO_SERVER -> Relay.Commit.ASKED;
                    case TO_CLIENT -> Relay.Commit.DONE;
                };
    }

    @Override
    public List<byte[]> pieces(byte[] bytes) {
        return messages.of(bytes);
    }

    @Override
    public boolean mayPass(byte[] piece) {
        return !Arrays.equals(piece, wanted) || mayPass.test(what);
    }

    /** A kind, the length of all that follows, itself included, and a text that ends with zero. */
    private static byte[] message(char kind, String text) {
        var length = 4 + text.length() + 1;
        return (kind + "\0\0\0" + (char) length + text + "\0").getBytes(US_ASCII);
    }
}
