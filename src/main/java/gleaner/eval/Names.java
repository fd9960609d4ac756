package gleaner.eval;

import gleaner.extract.text.Lexicon;
import gleaner.extract.text.WordClass;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Says whether two names mean the same. Case, accents, determiners and inflection count for
 * nothing; then the words are the same in any order, or one name holds all words of the other and
 * at most two more, and both end alike: "Biscuit" is "dog Biscuit", "dog" is not "dog food".
 */
final class Names {
    private static final int FURTHER_WORDS = 2;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Lexicon lexicon;

    Names(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    boolean match(String name, List<String> accepted) {
        return accepted.stream().anyMatch(other -> match(words(name), words(other)));
    }

    private static boolean match(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        var less = new HashSet<>(one.size() <= other.size() ? one : other);
        var more = new HashSet<>(one.size() <= other.size() ? other : one);
        boolean alike = one.getLast().equals(other.getLast());
        return less.equals(more)
                || String.join("", one).equals(String.join("", other))
                || (alike && more.containsAll(less) && more.size() - less.size() <= FURTHER_WORDS);
    }

    /** The words of a name in base form. */
    private List<String> words(String name) {
        var plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        var words = new ArrayList<String>();
        for (var written : NO_WORD.split(plain.toLowerCase(Locale.ROOT).replace("'", ""), -1)) {
            var word = lexicon.word(written.isEmpty() ? "-" : written);
            if (!written.isEmpty() && !word.is(WordClass.DETERMINER)) {
                words.add(lexicon.word(word.verb()).noun());
            }
        }
        return words;
    }
}
