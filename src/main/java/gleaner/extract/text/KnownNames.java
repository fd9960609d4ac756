package gleaner.extract.text;

import gleaner.extract.lang.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names that hold words of the grammar: in "the Who" nobody asks who, in "Rick and Morty" nothing
 * is joined. Their words lose their grammar where the whole name stands.
 */
final class KnownNames {
    private static final int LONGEST = 6;

    private final Map<String, Set<String>> byFirstWord;

    private KnownNames(Map<String, Set<String>> byFirstWord) {
        this.byFirstWord = byFirstWord;
    }

    /** Those names of a table of kinds that hold a word of the grammar. */
    static KnownNames load(Table kinds, Lexicon lexicon) {
        var byFirstWord = new HashMap<String, Set<String>>();
        for (var row : kinds.rows()) {
            for (var name : row.cell(1).split(", *", -1)) {
                var words = List.of(name.split(" ", -1));
                if (words.size() > 1 && words.size() <= LONGEST && holdsGrammar(words, lexicon)) {
                    byFirstWord
                            .computeIfAbsent(words.getFirst(), word -> new HashSet<>())
                            .add(name);
                }
            }
        }
        return new KnownNames(Map.copyOf(byFirstWord));
    }

    private static boolean holdsGrammar(List<String> words, Lexicon lexicon) {
        return words.stream().skip(1).map(lexicon::word).anyMatch(KnownNames::isGrammar);
    }

    private static boolean isGrammar(Word word) {
        return word.is(WordClass.WH)
                || word.is(WordClass.CONJUNCTION)
                || word.is(WordClass.SUBORDINATOR)
                || word.is(WordClass.OTHERS)
                || word.is(WordClass.SELF)
                || word.is(WordClass.YOU)
                || word.is(WordClass.MY)
                || word.is(WordClass.BE)
                || word.likeliest().isVerb()
                || word.likeliest() == Tag.IN;
    }

    /** The sentence, with the names in it as names. */
    Sentence mark(Sentence sentence) {
        var marked = new ArrayList<Token>();
        for (int i = 0; i + 1 < sentence.size(); i++) {
            int end = end(sentence.tokens(), i);
            if (end > i) {
                marked.addAll(sentence.tokens().subList(marked.size(), i));
                sentence.tokens().subList(i, end).forEach(token -> marked.add(token.asName()));
                i = end - 1;
            }
        }
        if (marked.isEmpty()) {
            return sentence;
        }
        marked.addAll(sentence.tokens().subList(marked.size(), sentence.size()));
        return new Sentence(marked, sentence.question(), sentence.exclaimed());
    }

    private int end(List<Token> tokens, int from) {
        var names = byFirstWord.get(tokens.get(from).lower());
        if (names == null) {
            return from;
        }
        var name = new StringBuilder(tokens.get(from).lower());
        int longest = from;
        for (int i = from + 1; i < Math.min(tokens.size(), from + LONGEST); i++) {
            name.append(' ').append(tokens.get(i).lower());
            if (names.contains(name.toString())) {
                longest = i + 1;
            }
        }
        return longest;
    }
}
