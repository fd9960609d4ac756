package gleaner.extract.preference.slot;

import static java.util.stream.Collectors.toUnmodifiableSet;

import gleaner.extract.preference.pattern.Passage;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private final Set<String> heads;

    Phrases(Map<String, V> meanings) {
        var keyed = new HashMap<String, V>();
        meanings.forEach((phrase, meaning) -> keyed.putIfAbsent(key(phrase), meaning));
        this.meanings = Map.copyOf(keyed);
        this.heads = keyed.keySet().stream().map(Phrases::head).collect(toUnmodifiableSet());
    }

    /** A phrase of the dictionary in a passage. */
    record Found<V>(int end, V meaning) {}

    /** What this phrase stands for, if the dictionary has it. */
    @Nullable V meaning(String phrase) {
        return meanings.get(key(phrase));
    }

    /** The longest phrase that begins at this token. */
    @Nullable Found<V> longest(Passage passage, int position) {
        if (!heads.contains(head(key(passage.token(position).text())))) {
            return null;
        }
        int furthest = Math.min(passage.size(), position + MAX_TOKENS);
        for (int end = furthest; end > position; end--) {
            var meaning = meanings.get(key(passage.slice(position, end)));
            if (meaning != null) {
                return new Found<>(end, meaning);
            }
        }
        return null;
    }

    /** The letters and digits that a phrase begins with: what most words are told by. */
    private static String head(String key) {
        int end = 0;
        while (end < key.length() && Character.isLetterOrDigit(key.charAt(end))) {
            end++;
        }
        return key.substring(0, end);
    }

    /** Lower case, without accents, with straight apostrophes and single spaces. */
    static String key(String phrase) {
        var plain = isPlain(phrase) ? phrase : withoutMarks(phrase);
        return plain.toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String phrase) {
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            if (c > 127 || c < ' ' || (c == ' ' && i > 0 && phrase.charAt(i - 1) == ' ')) {
                return false;
            }
        }
        return true;
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
