package gleaner.extract.frame;

import gleaner.extract.text.Sentence;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with what is needed to read facts in it.
 *
 * @param previous the sentence before it in the same message
 * @param stated a bit for each token that states something
 * @param facts where findings go
 * @param words all of the sentence, as they are and in the singular
 */
record Scene(
        Sentence sentence,
        @Nullable Sentence previous,
        BitSet stated,
        FrameMatcher matcher,
        FactTables tables,
        Facts facts,
        Set<String> words) {

    static Scene of(
            Sentence sentence,
            @Nullable Sentence previous,
            BitSet stated,
            FactTables tables,
            Facts facts) {
        var matcher = new FrameMatcher(sentence, tables.typer(), tables.numberWords());
        return new Scene(sentence, previous, stated, matcher, tables, facts, words(sentence));
    }

    private static Set<String> words(Sentence sentence) {
        var words = HashSet.<String>newHashSet(2 * sentence.size());
        for (var token : sentence.tokens()) {
            words.add(token.lower());
            words.add(token.noun());
        }
        return words;
    }
}
