package gleaner.extract.frame;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;

/** Knows the words that an answer begins with before it says anything. */
final class LeadIn {
    private LeadIn() {}

    /** Behind "well, it's", "I'd say", "probably", "in". */
    static int behind(Sentence sentence, int from) {
        int at = from;
        while (at < sentence.size() && isLead(sentence, at)) {
            at++;
        }
        return at;
    }

    private static boolean isLead(Sentence sentence, int at) {
        var token = sentence.at(at);
        return (token.tag() == Tag.UH && !token.is(WordClass.NEGATIVE))
                || token.tag().isBreak()
                || (token.tag() == Tag.IN && !token.is(WordClass.SUBORDINATOR))
                || token.tag() == Tag.TO
                || token.is(WordClass.GREETING)
                || token.is(WordClass.AFFIRMATIVE)
                || (token.is(WordClass.ANSWER_LEAD) && !isNothing(sentence, at))
                || (token.is(WordClass.FILLER) && !token.is(WordClass.DETERMINER))
                || token.is(WordClass.BE)
                || (token.is(WordClass.HAVE) && sentence.at(at - 1).is(WordClass.SELF))
                || isOpinion(sentence, at);
    }

    /** "nothing crazy", but not "nothing but ramen". */
    private static boolean isNothing(Sentence sentence, int at) {
        return sentence.at(at).is(WordClass.LIGHT_NOUN) && sentence.at(at + 1).tag() == Tag.JJ;
    }

    /** "I guess", "I'd say", "I think it's", "I have". */
    private static boolean isOpinion(Sentence sentence, int at) {
        var token = sentence.at(at);
        var next = sentence.at(at + 1);
        boolean self =
                token.is(WordClass.SELF)
                        && (next.is(WordClass.OPINION)
                                || next.is(WordClass.MODAL_WOULD)
                                || next.is(KeyWord.HAD_OR_WOULD));
        return self
                || (at > 0 && token.is(WordClass.OPINION) && sentence.at(at - 1).is(WordClass.SELF))
                || (at > 0 && (token.is(KeyWord.HAD_OR_WOULD) || token.is(KeyWord.SAY)));
    }
}
