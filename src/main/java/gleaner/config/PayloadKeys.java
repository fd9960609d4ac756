package gleaner.config;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys that payloads of dead letters are encrypted under. The first encrypts; the others still
 * decrypt what was encrypted when they were first. So a key is rotated by a new first line.
 */
public record PayloadKeys(List<Key> keys) {
    /** AES-256. */
    public static final int KEY_BYTES = 32;

    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9._-]{1,64})\\s+(\\S+)");

    public PayloadKeys {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no key; needed is at least one");
        }
    }

    /**
     * A key.
     *
     * @param id stored beside what is encrypted under it
     * @param base64 the key itself
     */
    public record Key(String id, Secret base64) {}

    /** The key that encrypts. */
    public Key first() {
        return keys.getFirst();
    }

    public Optional<Key> named(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /**
     * Reads lines of an id and a key in Base64; blank lines and those that begin with # are passed
     * over. Nothing where a line is none such, an id stands there twice, or there is no key.
     */
    static Optional<PayloadKeys> read(String text) {
        var keys = new ArrayList<Key>();
        for (var line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var matcher = LINE.matcher(line);
            if (!matcher.matches() || !isKey(matcher.group(2))) {
                return Optional.empty();
            }
            keys.add(new Key(matcher.group(1), new Secret(matcher.group(2))));
        }
        var isWhole =
                !keys.isEmpty() && keys.stream().map(Key::id).distinct().count() == keys.size();
        return isWhole ? Optional.of(new PayloadKeys(keys)) : Optional.empty();
    }

    private static boolean isKey(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
