package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what "it" and "them" stand for: the last thing of that number. */
final class Antecedents {
    private static final int REACH = 25;

    private Antecedents() {}

    /**
     * What a pronoun stands for, in its own sentence.
     *
     * @param at the pronoun
     */
    static @Nullable Phrase of(Sentence sentence, int at) {
        var pronoun = sentence.at(at);
        boolean many =
                pronoun.is(KeyWord.THEM) || pronoun.is(KeyWord.EM) || pronoun.is(KeyWord.THOSE);
        if (!many && !pronoun.is(KeyWord.IT)) {
            return null;
        }
        return before(sentence, at, many);
    }

    /** The last thing before this token. */
    static @Nullable Phrase before(Sentence sentence, int at, boolean many) {
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            var token = sentence.at(i);
            var next = sentence.at(i + 1);
            boolean head = !next.isNoun() || next.is(WordClass.TIME_NOUN);
            if (head && isThing(token) && many == (token.tag() == Tag.NNS)) {
                return phrase(sentence, i);
            }
        }
        return null;
    }

    /** The noun that ends here with what belongs to its name. */
    static Phrase phrase(Sentence sentence, int head) {
        int start = head;
        while (start > 0
                && (sentence.at(start - 1).isNoun() || sentence.at(start - 1).tag() == Tag.JJ)
                && !sentence.at(start - 1).is(WordClass.TIME_NOUN)
                && !sentence.at(start - 1).is(WordClass.OPINION_ADJECTIVE)) {
            start--;
        }
        boolean kind =
                sentence.at(start - 1).tag() == Tag.VBG && sentence.at(start - 2).tag() == Tag.DT;
        start = kind ? start - 1 : start;
        var name = new StringBuilder();
        for (int i = start; i <= head; i++) {
            if (i > start) {
                name.append(' ');
            }
            var token = sentence.at(i);
            boolean proper = token.tag() == Tag.NNP;
            name.append(proper ? token.text() : i == head ? token.noun() : token.lower());
        }
        return new Phrase(
                Form.THING, start, head + 1, head + 1, name.toString(), false, "", List.of());
    }

    static boolean isThing(Token token) {
        return token.isNoun()
                && !token.quoted()
                && !token.is(WordClass.LIGHT_NOUN)
                && !token.is(WordClass.TIME_NOUN)
                && !token.is(WordClass.FAVOURITE);
    }
}
