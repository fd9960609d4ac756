package gleaner.extract.phrase;

import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Lexicon;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a clause describes: "people who are late", "it when people chew loudly". */
final class Described {
    private static final int LONGEST = 8;
    private static final int LONGEST_SUBJECT = 3;

    private final Sentence sentence;
    private final Lexicon lexicon;

    Described(Sentence sentence, Lexicon lexicon) {
        this.sentence = sentence;
        this.lexicon = lexicon;
    }

    /** What is described from here on, or nothing where nothing is. */
    @Nullable Phrase read(int from) {
        var next = sentence.at(from + 1);
        if (sentence.at(from).is(WordClass.PEOPLE)
                && (next.is(KeyWord.WHO) || next.is(KeyWord.THAT))) {
            int end = end(from + 2);
            return end < from + 3 ? null : phrase(from, end, text(from, end));
        }
        return sentence.at(from).is(KeyWord.IT) && next.is(KeyWord.WHEN)
                ? event(from, from + 2)
                : null;
    }

    /** "people chew loudly" is people chewing loudly; "it rains", "I sleep in" have no subject. */
    private @Nullable Phrase event(int from, int subject) {
        int end = end(subject);
        for (int verb = subject + 1; verb <= subject + LONGEST_SUBJECT && verb < end; verb++) {
            var token = sentence.at(verb);
            if (token.tag().isFinite() && !token.word().closed()) {
                boolean named = sentence.at(verb - 1).isNoun();
                var who = named ? text(subject, verb) + " " : "";
                var rest = verb + 1 < end ? " " + text(verb + 1, end) : "";
                return phrase(from, end, who + lexicon.gerund(token.verb()) + rest);
            }
        }
        return null;
    }

    private static Phrase phrase(int from, int end, String name) {
        return new Phrase(Form.ACTIVITY, from, end, end, name, false, "", List.of());
    }

    private int end(int from) {
        int end = from;
        while (end < from + LONGEST && !isEnd(end)) {
            end++;
        }
        return end;
    }

    private boolean isEnd(int i) {
        var token = sentence.at(i);
        return token.tag().isBreak()
                || token.tag() == Tag.EMOJI
                || token.is(WordClass.CONTRAST)
                || token.is(WordClass.CONJUNCTION);
    }

    private String text(int from, int end) {
        var text = new StringBuilder();
        for (int i = from; i < end; i++) {
            var token = sentence.at(i);
            text.append(text.isEmpty() ? "" : " ");
            text.append(token.tag() == Tag.NNP ? token.text() : token.lower());
        }
        return text.toString();
    }
}
