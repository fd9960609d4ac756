package gleaner.memory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A thing that people speak about, by type and canonical name.
 *
 * @param type what kind of thing
 * @param name NFC, trimmed, inner spaces folded, at most {@value #MAX_NAME} characters; lower case
 *     but for proper names
 */
public record Entity(EntityType type, String name) {
    /** Longest name that is kept, in UTF-16 units; what is longer is no name but a sentence. */
    public static final int MAX_NAME = 120;

    public Entity {
        name = fold(name);
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "entity name of "
                            + name.length()
                            + " characters; allowed are 1 to "
                            + MAX_NAME);
        }
    }

    /** The entity of this name; nothing where it is no name. */
    public static Optional<Entity> of(EntityType type, String raw) {
        var name = fold(raw);
        return isName(name) ? Optional.of(new Entity(type, name)) : Optional.empty();
    }

    /** What two spellings of one entity share, whatever their case. */
    public String key() {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean isName(String folded) {
        return !folded.isEmpty() && folded.length() <= MAX_NAME;
    }

    private static String fold(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }
}
