package gleaner.postgres;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** SHA-256 over lines of the memory, in the order in which they are added. */
final class LineDigest {
    private final MessageDigest digest;

    LineDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds a row of a {@link MemoryPart}. */
    void add(String line, String name) {
        add(line);
        // Folded here, where all letters are: which spelling came first is no matter.
        add(name.toLowerCase(Locale.ROOT));
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    /** 64 hexadecimal digits; what follows begins anew. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
