package gleaner.extract.text;

import gleaner.extract.text.Word.Forms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives each token its part of speech in the sentence: the commonest of the word, put right by what
 * stands before it. No training data; the rules look no further than the frames need.
 */
final class Tagger {
    private Tagger() {}

    static Sentence tag(Sentence sentence) {
        var tagged = new ArrayList<Token>(sentence.size());
        for (int i = 0; i < sentence.size(); i++) {
            tagged.add(tag(sentence.tokens(), i, tagged));
        }
        return new Sentence(tagged, sentence.question(), sentence.exclaimed());
    }

    private static Token tag(List<Token> tokens, int i, List<Token> before) {
        var token = tokens.get(i);
        var tag = token.tag();
        if (Capitals.isName(token, i, before) || Capitals.isStartOfName(tokens, i, before)) {
            return token.tagged(Tag.NNP);
        }
        if (token.is(KeyWord.NO) && i + 1 < tokens.size() && tokens.get(i + 1).is(KeyWord.LONGER)) {
            return token.tagged(Tag.RB);
        }
        if (token.is(KeyWord.RIGHT) && isAtOnce(tokens, i)) {
            return token.tagged(Tag.RB);
        }
        return switch (tag) {
            case NN, NNS, JJ, VB, VBP, RB, IN -> token.tagged(ofAmbiguous(tokens, i, before));
            case VBD -> token.tagged(ofPast(tokens, i, before));
            case VBN -> token;
            case VBZ ->
                    token.tagged(
                            token.is(KeyWord.IS_OR_HAS)
                                    ? ApostropheS.tag(tokens, i, before)
                                    : ofPluralOrVerb(token, before));
            case VBG -> token;
            case NNP,
                    DT,
                    PRP,
                    PRPS,
                    CC,
                    CD,
                    MD,
                    TO,
                    WP,
                    WRB,
                    UH,
                    EX,
                    RP,
                    POS,
                    STOP,
                    COMMA,
                    SYM,
                    EMOJI,
                    URL,
                    SECRET ->
                    token;
        };
    }

    /** "right now", "right here". */
    private static boolean isAtOnce(List<Token> tokens, int i) {
        return i > 0 && i + 1 < tokens.size() && tokens.get(i + 1).word().likeliest() == Tag.RB;
    }

    /** "I moped", "my moped", "I have moped". */
    private static Tag ofPast(List<Token> tokens, int i, List<Token> before) {
        var last = before.isEmpty() ? null : before.getLast();
        boolean determined = last != null && (last.tag() == Tag.DT || last.tag() == Tag.PRPS);
        boolean head = i + 1 >= tokens.size() || !tokens.get(i + 1).word().likeliest().isNoun();
        if (determined && head && tokens.get(i).word().can(Forms.NOUN)) {
            return Tag.NN;
        }
        return isParticiple(before) ? Tag.VBN : Tag.VBD;
    }

    private static Tag ofAmbiguous(List<Token> tokens, int i, List<Token> before) {
        var token = tokens.get(i);
        var word = token.word();
        var tag = token.tag();
        var head = beforeAdverbs(before);
        var last = before.isEmpty() ? null : before.getLast();
        if (token.is(KeyWord.LIKE)) {
            boolean about = i + 1 < tokens.size() && tokens.get(i + 1).tag() == Tag.CD;
            return about && head != null && head.is(WordClass.DO)
                    ? Tag.IN
                    : ofLike(last != null && last.is(KeyWord.LONGER) ? null : head);
        }
        if (tag == Tag.IN || token.is(WordClass.BE)) {
            return tag;
        }
        if (word.can(Forms.ING) && VerbSigns.isRunning(tokens, i, head)) {
            return Tag.VBG;
        }
        if (tag == Tag.JJ && word.can(Forms.PAST) && last != null && VerbSigns.isSubject(last)) {
            return Tag.VBD;
        }
        boolean verb = word.can(Forms.VERB);
        boolean noun = word.can(Forms.NOUN | Forms.PLURAL);
        if (verb
                && head != null
                && VerbSigns.takesBase(head)
                && !VerbSigns.isPlaceBehindTo(word, before)) {
            return Tag.VB;
        }
        if (verb && head != null && VerbSigns.isSubject(head) && tag != Tag.JJ) {
            return Tag.VBP;
        }
        if (word.can(Forms.THIRD) && VerbSigns.isThirdVerb(tokens, i, head, last)) {
            return Tag.VBZ;
        }
        if (VerbSigns.isSensed(tokens, i, last)) {
            return word.can(Forms.THIRD) ? Tag.VBZ : Tag.VBP;
        }
        if ((verb || word.can(Forms.THIRD)) && VerbSigns.isDoneToSomebody(tokens, i, last)) {
            return verb ? Tag.VBP : Tag.VBZ;
        }
        if (tag == Tag.NN
                && token.is(WordClass.DROPPED_SUBJECT)
                && VerbSigns.isJoined(tokens, i, last)) {
            return Tag.VBP;
        }
        if (tag == Tag.RB) {
            return noun && last != null && last.tag() == Tag.DT && isLast(tokens, i) ? Tag.NN : tag;
        }
        if (tag == Tag.VB || tag == Tag.VBP) {
            return ofVerb(noun, head, last, i);
        }
        return tag;
    }

    private static boolean isLast(List<Token> tokens, int i) {
        return i + 1 >= tokens.size() || !tokens.get(i + 1).tag().isNoun();
    }

    private static Tag ofLike(@Nullable Token head) {
        if (head == null) {
            return Tag.VBP;
        }
        if (head.tag() == Tag.MD || head.tag() == Tag.TO || head.is(WordClass.DO)) {
            return Tag.VB;
        }
        return head.tag() == Tag.PRP && !head.is(WordClass.ME) ? Tag.VBP : Tag.IN;
    }

    private static Tag ofVerb(boolean noun, @Nullable Token head, @Nullable Token last, int i) {
        if (noun && head != null && opensNoun(head)) {
            return Tag.NN;
        }
        if (noun && last != null && (last.tag() == Tag.VBG || last.tag() == Tag.POS)) {
            return Tag.NN;
        }
        if (noun && last != null && (last.tag() == Tag.NN || last.tag() == Tag.VBD)) {
            return Tag.NN;
        }
        return i > 0 ? Tag.VBP : Tag.VB;
    }

    private static boolean opensNoun(Token head) {
        return switch (head.tag()) {
            case DT, PRPS, JJ, CD, IN, NNP -> true;
            default -> false;
        };
    }

    /** "he works", "good works". */
    private static Tag ofPluralOrVerb(Token token, List<Token> before) {
        var head = before.isEmpty() ? null : before.getLast();
        if (token.is(WordClass.DO) || token.is(WordClass.BE) || token.is(WordClass.HAVE)) {
            return Tag.VBZ;
        }
        boolean plural = token.word().can(Forms.PLURAL) || !token.word().closed();
        if (plural && head != null && head.tag() == Tag.TO) {
            return Tag.NNS;
        }
        return plural && head != null && opensNoun(head) && !head.isNoun() ? Tag.NNS : Tag.VBZ;
    }

    private static boolean isParticiple(List<Token> before) {
        var head = beforeAdverbs(before);
        if (head == null) {
            return false;
        }
        return head.is(WordClass.HAVE)
                || head.is(WordClass.BE)
                || head.is(KeyWord.GOT)
                || head.tag() == Tag.DT
                || head.tag() == Tag.PRPS
                || head.tag() == Tag.IN
                || head.tag() == Tag.JJ;
    }

    private static @Nullable Token beforeAdverbs(List<Token> before) {
        for (int i = before.size() - 1; i >= 0; i--) {
            if (before.get(i).tag() != Tag.RB) {
                return before.get(i);
            }
        }
        return null;
    }
}
