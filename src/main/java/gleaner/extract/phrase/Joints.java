package gleaner.extract.phrase;

import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;

/** Finds what joins the phrases of a list: "jazz, blues and, of course, soul". */
final class Joints {
    private final Sentence sentence;
    private final NounPhrases nounPhrases;

    Joints(Sentence sentence, NounPhrases nounPhrases) {
        this.sentence = sentence;
        this.nounPhrases = nounPhrases;
    }

    /** Behind a comma, an "and" or an "especially", or -1. */
    int behind(int from, int end, Phrase before) {
        int at = behindAside(from, end, before);
        boolean joint = false;
        while (at < end) {
            var token = sentence.at(at);
            if (token.tag() == Tag.COMMA
                    || token.is(WordClass.CONJUNCTION)
                    || token.is(KeyWord.OR)
                    || token.is("/")
                    || (token.is(WordClass.EXAMPLE) && isExample(token, before))) {
                at++;
            } else if (token.is(KeyWord.SUCH) && sentence.at(at + 1).is(KeyWord.AS)) {
                at += 2;
            } else if (token.is(KeyWord.AS)
                    && sentence.at(at + 1).is(KeyWord.WELL)
                    && sentence.at(at + 2).is(KeyWord.AS)) {
                at += 3;
            } else {
                break;
            }
            joint = true;
        }
        return joint && at < end ? at : -1;
    }

    /** "dogs too", "hike in summer", "tea at home and ...": what stands before the next "and". */
    private int behindAside(int from, int end, Phrase before) {
        int at = from;
        while (at < end && (sentence.at(at).is(KeyWord.TOO) || sentence.at(at).is(KeyWord.ALSO))) {
            at++;
        }
        if (sentence.at(at).is(KeyWord.OF) && sentence.at(at + 1).is(KeyWord.COURSE)) {
            return at + 2;
        }
        if (at >= end || sentence.at(at).tag() != Tag.IN || sentence.at(at).is(KeyWord.LIKE)) {
            return at;
        }
        var aside = nounPhrases.read(at + 1, end);
        boolean joint =
                aside != null && sentence.at(aside.next()).is(KeyWord.AND) && aside.next() < end;
        if (aside == null || !joint) {
            return at;
        }
        boolean time = sentence.at(aside.end() - 1).is(WordClass.TIME_NOUN);
        boolean verb = Activities.isBaseVerb(sentence.at(aside.next() + 1));
        boolean alike = sentence.at(aside.next() + 2).tag() == Tag.IN;
        return time || alike || (before.is(Form.ACTIVITY) && verb) ? aside.next() : at;
    }

    private static boolean isExample(Token token, Phrase before) {
        return !token.is(KeyWord.LIKE) || (token.tag() == Tag.IN && before.is(Form.THING));
    }
}
