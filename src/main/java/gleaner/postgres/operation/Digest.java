package gleaner.postgres.operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How tombstones, receipts and the audit know whom they are about: the same digests as the database
 * makes ({@code gleaner.user_hash}, {@code gleaner.hash_within_user}), in hexadecimal digits.
 */
public final class Digest {
    private Digest() {}

    public static String ofUser(String userId) {
        return HexFormat.of().formatHex(sha256(bytes(userId)));
    }

    /** Of a message or a conversation of a user. */
    public static String withinUser(String userId, String id) {
        var user = sha256(bytes(userId));
        var both = new byte[2 * user.length];
        System.arraycopy(user, 0, both, 0, user.length);
        System.arraycopy(sha256(bytes(id)), 0, both, user.length, user.length);
        return HexFormat.of().formatHex(sha256(both));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
