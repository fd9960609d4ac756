package gleaner.postgres.letter;

/**
 * Something encrypted.
 *
 * @param keyId under which key
 * @param bytes nonce, ciphertext and tag
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Sealed(String keyId, byte[] bytes) {}
