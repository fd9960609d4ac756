package gleaner.postgres.letter;

import gleaner.config.PayloadKeys;
import gleaner.event.Partition;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a random nonce of 96 bits for each payload, which stands before the ciphertext.
 * (NIST SP 800-38D allows some four thousand million of them under one key.) Position and key id
 * are associated data: a payload that was put to another row, or under another key's name, does not
 * open.
 */
public final class Seal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final PayloadKeys keys;
    private final SecureRandom random;

    public Seal(PayloadKeys keys) {
        this.keys = keys;
        this.random = new SecureRandom();
    }

    /** Encrypts under the first key. */
    Sealed close(byte[] plain, Partition partition, long offset) {
        var key = keys.first();
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, partition, offset);
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return new Sealed(key.id(), sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + CIPHER, impossible);
        }
    }

    /** Decrypts; nothing where the key is not there any more, or a bit of it was changed. */
    Optional<byte[]> open(Sealed sealed, Partition partition, long offset) {
        var key = keys.named(sealed.keyId());
        if (key.isEmpty() || sealed.bytes().length < NONCE_BYTES) {
            return Optional.empty();
        }
        var nonce = Arrays.copyOf(sealed.bytes(), NONCE_BYTES);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, key.get(), nonce, partition, offset)
                            .doFinal(
                                    sealed.bytes(),
                                    NONCE_BYTES,
                                    sealed.bytes().length - NONCE_BYTES));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + CIPHER, impossible);
        }
    }

    private static Cipher cipher(
            int mode, PayloadKeys.Key key, byte[] nonce, Partition partition, long offset)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        var bytes = Base64.getDecoder().decode(key.base64().reveal());
        cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(
                (partition.topic() + '/' + partition.number() + '/' + offset + '/' + key.id())
                        .getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
