package gleaner.extract.clause;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;
import java.util.BitSet;

/**
 * Knows where a clause starts whose subject, I, is left out: "moved to Oslo", "obsessed with cats".
 */
final class LeftOut {
    /** Where "here" ends a fragment: "big jazz fan here". */
    private static final int HERE_WITHIN = 6;

    private static final int LONGEST_DESCRIPTION = 6;

    private final Sentence sentence;
    private final Participles participles;

    LeftOut(Sentence sentence, BitSet stated) {
        this.sentence = sentence;
        this.participles = new Participles(sentence, stated);
    }

    /** The sentence starts with a verb, and it is no order. */
    boolean isVerb(int i) {
        var token = sentence.at(i);
        if (sentence.question() || !token.is(WordClass.DROPPED_SUBJECT)) {
            return false;
        }
        return (isFirst(i) || isBehindFragment(i))
                && (token.isVerb()
                        || token.tag() == Tag.RB
                        || token.is(KeyWord.ALLERGIC)
                        || isVerbAfterAll(i))
                && !JoinedVerbs.isJoint(sentence.at(i + 1))
                && !(i == 0 && token.is(KeyWord.LIKE) && sentence.at(i + 1).tag() == Tag.DT)
                && (!token.is(KeyWord.WAS) || isState(sentence.at(i + 1)))
                && !isWish(i);
    }

    /** "was a nurse", "was at Tesco", but not "was Hull". */
    private static boolean isState(Token behind) {
        return switch (behind.tag()) {
            case DT, IN, VBN, VBG, RB, PRPS -> true;
            default -> false;
        };
    }

    /** "own a drill": an adjective would stand behind the article. */
    private boolean isVerbAfterAll(int i) {
        return sentence.at(i).tag() == Tag.JJ
                && sentence.at(i).word().can(Forms.VERB)
                && sentence.at(i + 1).tag() == Tag.DT;
    }

    /** "adult, just turned 29": words without a verb before the comma, and no name called. */
    private boolean isBehindFragment(int i) {
        int comma = i - 1;
        while (comma > 0 && sentence.at(comma).tag() != Tag.COMMA && isLeadIn(sentence.at(comma))) {
            comma--;
        }
        if (comma < 1 || comma > LONGEST_DESCRIPTION || sentence.at(comma).tag() != Tag.COMMA) {
            return false;
        }
        for (int k = 0; k < comma; k++) {
            var token = sentence.at(k);
            boolean word = token.isNoun() || token.tag() == Tag.JJ || token.tag() == Tag.CD;
            boolean small = token.tag() == Tag.DT || token.tag() == Tag.IN || isLeadIn(token);
            if (token.tag() == Tag.NNP || token.is(WordClass.WH) || !(word || small)) {
                return false;
            }
        }
        return !sentence.at(i).is(WordClass.SELF_DESCRIPTION) && sentence.at(i).tag() == Tag.VBD;
    }

    /** "have a great day". */
    private boolean isWish(int i) {
        return sentence.at(i).is(WordClass.HAVE)
                && !sentence.at(i).is(KeyWord.HAD)
                && sentence.at(i + 1).tag() == Tag.DT
                && sentence.at(i + 2).is(WordClass.OPINION_ADJECTIVE);
    }

    /** "can juggle", "could live on soup", "would rather walk", but not "can you". */
    boolean isAbility(int i) {
        var next = sentence.at(i + 1);
        boolean able = sentence.at(i).is(WordClass.MODAL_CAN) && sentence.at(i).tag() == Tag.MD;
        boolean rather = sentence.at(i).is(WordClass.MODAL_WOULD) && next.is(WordClass.RATHER);
        boolean done = able && next.tag() == Tag.VB && !next.is(WordClass.BE);
        return (done || rather) && !sentence.question() && isFirst(i);
    }

    /** "never liked dogs", "can't stand cilantro", "don't eat meat". */
    boolean isDenial(int i) {
        if (sentence.question() || !isFirst(i)) {
            return false;
        }
        var token = sentence.at(i);
        boolean never = token.is(WordClass.NEGATION) && !token.is(KeyWord.NOT);
        var next = sentence.at(i + 1);
        if (never) {
            return next.tag() == Tag.VBD
                    || next.is(WordClass.BE)
                    || next.is(WordClass.DROPPED_SUBJECT);
        }
        if (token.is(WordClass.MODAL_WOULD) && next.is(WordClass.DROPPED_SUBJECT)) {
            return true;
        }
        boolean able = token.is(WordClass.MODAL_CAN) || token.is(WordClass.MODAL_WOULD);
        boolean not =
                able || token.is(KeyWord.DO) || token.is(KeyWord.DID) || token.is(KeyWord.HAVE);
        var verb = sentence.at(i + 2);
        return not
                && next.is(WordClass.NEGATION)
                && (verb.is(WordClass.DROPPED_SUBJECT) || (able && verb.word().can(Forms.VERB)));
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
        if (token.is(KeyWord.NOT)) {
            var next = sentence.at(i + 1);
            return next.tag() == Tag.DT || next.tag() == Tag.IN || next.tag() == Tag.JJ;
        }
        if (token.is(KeyWord.NO) && sentence.at(i + 1).is(KeyWord.LONGER)) {
            return sentence.at(i + 2).tag() == Tag.DT || sentence.at(i + 2).tag() == Tag.IN;
        }
        int trait = behindAdverbs(i);
        if (sentence.at(trait).is(WordClass.DROPPED_BE)
                || (trait > i && sentence.at(trait).is(KeyWord.INTO))
                || (SelfDescription.startsAt(sentence, i) && !participles.isSubject(i))) {
            return true;
        }
        boolean here = false;
        for (int k = i + 1; k < i + HERE_WITHIN; k++) {
            here |= sentence.at(k).is(KeyWord.HERE) && isEnd(k + 1);
        }
        boolean age = token.tag() == Tag.CD && token.text().length() <= 4 && isAge(i);
        return (here || age)
                && (token.isNoun() || token.tag() == Tag.JJ || age || token.is(KeyWord.A));
    }

    private int behindAdverbs(int from) {
        int at = from;
        while (sentence.at(at).tag() == Tag.RB && !sentence.at(at).is(WordClass.NEGATION)) {
            at++;
        }
        return at;
    }

    /** "..., vegan for years, born in 1990": further traits of whom the sentence is about. */
    private boolean isTrait(int i) {
        var before = sentence.at(i - 1);
        boolean joint = before.tag() == Tag.COMMA || before.is(WordClass.CONJUNCTION);
        boolean about = false;
        for (int k = 0; k < i; k++) {
            about |= sentence.at(k).is(WordClass.SELF) || sentence.at(k).is(KeyWord.HERE);
        }
        return i > 0
                && joint
                && about
                && participles.isAboutMe(i - 1)
                && sentence.at(i).is(WordClass.DROPPED_BE)
                && !sentence.at(i + 1).isNoun();
    }

    /** "29f from Manila", "34 years old". */
    private boolean isAge(int i) {
        var next = sentence.at(i + 1);
        var text = sentence.at(i).text();
        boolean sexed =
                Character.isDigit(text.charAt(0))
                        && Character.isLetter(text.charAt(text.length() - 1));
        boolean unit = next.is(WordClass.AGE_UNIT) && !sentence.at(i + 2).is(KeyWord.OF);
        return sexed || unit || (next.is(KeyWord.FROM) && i == 0);
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

    /** "living in Leeds": of nobody else. */
    boolean isParticiple(int i) {
        return participles.isMine(i);
    }
}
