package gleaner.extract.phrase;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;

/** Knows nouns that no longer belong to the name before them: the time, or the next verb. */
final class Limits {
    private final Sentence sentence;

    Limits(Sentence sentence) {
        this.sentence = sentence;
    }

    /** Whether the name ends before the noun here. */
    boolean isReached(int i, int end) {
        return isTime(i, end) || isVerbWithObject(i);
    }

    /** "pizza tonight", but not "part time job". */
    private boolean isTime(int i, int end) {
        var token = sentence.at(i);
        boolean compound =
                (token.is(KeyWord.TIME) || token.is(KeyWord.DAY))
                        && i + 1 < end
                        && sentence.at(i + 1).isNoun();
        boolean event = token.is(KeyWord.DAY) && sentence.at(i - 1).tag() == Tag.NNS;
        boolean lasting =
                sentence.at(i - 1).tag() == Tag.CD
                        && token.tag() == Tag.NN
                        && (sentence.at(i + 1).isNoun() || sentence.at(i + 1).tag() == Tag.JJ);
        if (lasting || event) {
            return false;
        }
        boolean partTime = sentence.at(i + 1).is(KeyWord.TIME) && !sentence.at(i + 2).isNoun();
        boolean named = token.isCapitalised() && sentence.at(i - 1).isCapitalised();
        boolean last = i + 1 >= end || !NounRun.isNounOrModifier(sentence.at(i + 1));
        return (token.is(WordClass.TIME_NOUN) || (partTime && token.is(KeyWord.PART)))
                && (!token.isCapitalised() || (last && !named))
                && !compound;
    }

    /** "the smell love the people", "crowds stress me out": the verb of the next clause. */
    private boolean isVerbWithObject(int i) {
        var token = sentence.at(i);
        var next = sentence.at(i + 1);
        boolean mine = token.is(WordClass.DROPPED_SUBJECT) && next.is(KeyWord.THE);
        boolean me = next.is(WordClass.ME) || next.is(KeyWord.US);
        boolean named = sentence.at(i - 1).isCapitalised() && !token.isCapitalised();
        boolean dated = named && token.tag() == Tag.NNS && next.is(WordClass.TIME_NOUN);
        boolean verb = token.word().can(Forms.THIRD | Forms.VERB);
        return mine || (verb && (me || dated));
    }
}
