package gleaner.extract.clause;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;

/** Knows words in which somebody says what they are without a verb: "mum of two". */
final class SelfDescription {
    private static final int LONGEST = 6;

    private SelfDescription() {}

    /** "lifelong Leeds fan", "mum of two": what somebody is, without a verb. */
    static boolean startsAt(Sentence sentence, int from) {
        for (int i = from; i < from + LONGEST; i++) {
            var token = sentence.at(i);
            if (token.is(WordClass.SELF_DESCRIPTION)) {
                var next = sentence.at(i + 1);
                boolean bare = i == from || (i == from + 1 && sentence.at(from).tag() == Tag.DT);
                return (next.tag().isBreak() && !bare)
                        || next.tag() == Tag.IN
                        || next.tag() == Tag.EMOJI
                        || next.is(WordClass.FILLER)
                        || next.is(WordClass.CONJUNCTION);
            }
            boolean article =
                    token.tag() == Tag.DT && !token.is(KeyWord.A) && !token.is(KeyWord.AN);
            boolean part =
                    token.isNoun()
                            || token.tag() == Tag.JJ
                            || token.tag() == Tag.RB
                            || token.tag() == Tag.CD
                            || token.tag() == Tag.DT
                            || token.tag() == Tag.VBN
                            || token.tag() == Tag.VBG;
            if (!part || article) {
                return false;
            }
        }
        return false;
    }
}
