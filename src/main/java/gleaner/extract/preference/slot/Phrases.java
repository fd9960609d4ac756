package gleaner.extract.preference.slot;

import gleaner.extract.preference.pattern.Passage;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary of phrases, found whatever their case, accents and spacing. Immutable; shared by
 * threads.
 *
 * @param <V> what a phrase stands for
 */
final class Phrases<V> {
    private static final int MAX_TOKENS = 5;

    private final Map<String, V> meanings;

    Phrases(Map<String, V> meanings) {
        var keyed = new HashMap<String, V>();
        meanings.forEach((phrase, meaning) -> keyed.putIfAbsent(key(phrase), meaning));
        this.meanings = Map.copyOf(keyed);
    }

    /** A phrase of the dictionary in a passage. */
    record Found<V>(int end, V meaning) {}

    /** The longest phrase that begins at this token. */
    @Nullable Found<V> longest(Passage passage, int position) {
        int furthest = Math.min(passage.size(), position + MAX_TOKENS);
        for (int end = furthest; end > position; end--) {
            var meaning = meanings.get(key(passage.slice(position, end)));
            if (meaning != null) {
                return new Found<>(end, meaning);
            }
        }
        return null;
    }

    /** Lower case, without accents, with straight apostrophes and single spaces. */
    static String key(String phrase) {
        var plain = isPlain(phrase) ? phrase : withoutMarks(phrase);
        return plain.toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String phrase) {
        return phrase.chars().allMatch(c -> c < 128 && c >= ' ') && !phrase.contains("  ");
    }

    private static String withoutMarks(String phrase) {
        var result = new StringBuilder();
        Normalizer.normalize(phrase, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .map(Phrases::plain)
                .forEach(result::appendCodePoint);
        return result.toString().strip().replaceAll("\\s+", " ");
    }

    /** Letters that no decomposition takes apart. */
    private static int plain(int letter) {
        return switch (letter) {
            case 'ł', 'Ł' -> 'l';
            case 'ø', 'Ø' -> 'o';
            case 'đ', 'Đ' -> 'd';
            case 'ı' -> 'i';
            case '’', '‘' -> '\'';
            default -> letter;
        };
    }
}
