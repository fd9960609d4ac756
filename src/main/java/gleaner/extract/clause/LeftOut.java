package gleaner.extract.clause;

import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import java.util.BitSet;

/**
 * Knows where a clause starts whose subject, I, is left out: "moved to Oslo", "obsessed with cats".
 */
final class LeftOut {
    /** Where "here" ends a fragment: "big jazz fan here". */
    private static final int HERE_WITHIN = 6;

    private final Sentence sentence;
    private final BitSet stated;

    LeftOut(Sentence sentence, BitSet stated) {
        this.sentence = sentence;
        this.stated = stated;
    }

    /** The sentence starts with a verb, and it is no order. */
    boolean isVerb(int i) {
        var token = sentence.at(i);
        if (sentence.question() || !token.is(WordClass.DROPPED_SUBJECT)) {
            return false;
        }
        return isFirst(i)
                && (token.isVerb() || token.tag() == Tag.RB || token.is("allergic"))
                && !JoinedVerbs.isJoint(sentence.at(i + 1))
                && !(token.is("like") && sentence.at(i + 1).tag() == Tag.DT)
                && !isWish(i);
    }

    /** "have a great day". */
    private boolean isWish(int i) {
        return sentence.at(i).is(WordClass.HAVE)
                && sentence.at(i + 1).tag() == Tag.DT
                && sentence.at(i + 2).is(WordClass.OPINION_ADJECTIVE);
    }

    /** "never liked dogs", "can't stand cilantro", "don't eat meat". */
    boolean isDenial(int i) {
        if (sentence.question() || !isFirst(i)) {
            return false;
        }
        var token = sentence.at(i);
        boolean never = token.is("never");
        if (never && sentence.at(i + 1).tag() == Tag.VBD) {
            return true;
        }
        boolean not =
                (token.is("ca") || token.is("do") || token.is("have"))
                        && sentence.at(i + 1).is(WordClass.NEGATION);
        var verb = sentence.at(never ? i + 1 : i + 2);
        return (never || not) && (verb.is(WordClass.DROPPED_SUBJECT) || verb.is("stand"));
    }

    /** "obsessed with cats", "29f from Manila": "I am" is left out. */
    boolean isBe(int i) {
        var token = sentence.at(i);
        if (!sentence.question() && isTrait(i)) {
            return true;
        }
        if (sentence.question() || !isFirst(i)) {
            return false;
        }
        if (token.is("not")) {
            return sentence.at(i + 1).tag() == Tag.DT || sentence.at(i + 1).is("into");
        }
        if (token.is("no") && sentence.at(i + 1).is("longer")) {
            return sentence.at(i + 2).tag() == Tag.DT || sentence.at(i + 2).tag() == Tag.IN;
        }
        if (token.is(WordClass.DROPPED_BE)) {
            return true;
        }
        boolean here = false;
        for (int k = i + 1; k < i + HERE_WITHIN; k++) {
            here |= sentence.at(k).is("here") && isEnd(k + 1);
        }
        boolean age = token.tag() == Tag.CD && token.text().length() <= 4 && isAge(i);
        return (here || age) && (token.isNoun() || token.tag() == Tag.JJ || age || token.is("a"));
    }

    /** "..., vegan for years, born in 1990": further traits of whom the sentence is about. */
    private boolean isTrait(int i) {
        var before = sentence.at(i - 1);
        boolean joint = before.tag() == Tag.COMMA || before.is(WordClass.CONJUNCTION);
        boolean about = false;
        for (int k = 0; k < i; k++) {
            about |= sentence.at(k).is(WordClass.SELF) || sentence.at(k).is("here");
        }
        return i > 0
                && joint
                && about
                && isAboutMe(i - 1)
                && sentence.at(i).is(WordClass.DROPPED_BE)
                && !sentence.at(i + 1).isNoun();
    }

    /** "29f from Manila", "34 years old". */
    private boolean isAge(int i) {
        var next = sentence.at(i + 1);
        boolean sexed =
                Character.isLetter(
                        sentence.at(i).text().charAt(sentence.at(i).text().length() - 1));
        return sexed || next.is(WordClass.AGE_UNIT) || (next.is("from") && i == 0);
    }

    private boolean isEnd(int i) {
        return i >= sentence.size() || sentence.at(i).tag().isBreak();
    }

    /** Nothing but exclamations and adverbs stands before it. */
    private boolean isFirst(int i) {
        int before = i - 1;
        while (before >= 0 && isLeadIn(sentence.at(before))) {
            before--;
        }
        return before < 0;
    }

    private static boolean isLeadIn(Token token) {
        return token.tag() == Tag.UH
                || token.tag() == Tag.COMMA
                || token.tag() == Tag.EMOJI
                || token.tag() == Tag.SYM
                || token.is(WordClass.FILLER)
                || token.is(WordClass.CONJUNCTION);
    }

    /** Nobody else can be the subject of the participle. */
    boolean isParticiple(int i) {
        for (int k = i - 1; k >= Math.max(0, i - 4); k--) {
            var token = sentence.at(k);
            if (token.tag() == Tag.COMMA || token.is(WordClass.CONJUNCTION)) {
                return isAboutMe(k);
            }
            if (!token.is(WordClass.FILLER) && token.tag() != Tag.UH) {
                return false;
            }
        }
        return i < 4;
    }

    private boolean isAboutMe(int until) {
        boolean me = true;
        for (int k = 0; k < until; k++) {
            var token = sentence.at(k);
            if (token.is(WordClass.SELF) || token.is(WordClass.MY)) {
                me = true;
            } else if (token.is(WordClass.OTHERS) || token.is(WordClass.YOU)) {
                me = false;
            }
        }
        return me && stated.get(until);
    }
}
