package gleaner.extract.clause;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;

/** Finds where a sentence asks. */
final class Questions {
    /** How far an auxiliary may stand behind its question word: "what kind of music do you". */
    private static final int WH_REACH = 5;

    private final Sentence sentence;

    Questions(Sentence sentence) {
        this.sentence = sentence;
    }

    /** Whether a part of the sentence that starts here is a question. */
    boolean startsAt(int i) {
        var token = sentence.at(i);
        if (token.is(WordClass.WH)) {
            return isWhQuestion(i, token);
        }
        boolean auxiliary =
                token.is(WordClass.DO)
                        || (token.is(WordClass.BE)
                                && token.tag().isFinite()
                                && Character.isLetter(token.text().charAt(0)))
                        || token.tag() == Tag.MD
                        || (token.is(KeyWord.HAVE) && !sentence.at(i + 1).is(KeyWord.IT));
        return auxiliary && isSubject(skipNegation(i + 1), token);
    }

    /** "... do I need a visa": an auxiliary before its subject, wherever it stands. */
    boolean isInverted(int i) {
        var token = sentence.at(i);
        var subject = sentence.at(i + 1);
        var verb = sentence.at(i + 2);
        var before = sentence.at(i - 1);
        boolean auxiliary =
                (token.is(WordClass.DO) || token.tag() == Tag.MD)
                        && !token.is(KeyWord.HAD_OR_WOULD)
                        && !token.is(KeyWord.SHORT_WILL);
        boolean asked =
                (subject.is(WordClass.SELF) || subject.is(KeyWord.YOU) || subject.is(KeyWord.WE))
                        && !verb.tag().isBreak();
        boolean likewise =
                before.is(KeyWord.SO)
                        || before.is(KeyWord.NEITHER)
                        || before.is(KeyWord.NOR)
                        || before.is(KeyWord.AS)
                        || before.is(KeyWord.THAN)
                        || before.is(WordClass.WH)
                        || before.tag() == Tag.PRP
                        || before.is(WordClass.NEGATION);
        return auxiliary && asked && !likewise;
    }

    private boolean isWhQuestion(int i, Token token) {
        var next = sentence.at(i + 1);
        if (next.is(WordClass.SELF) || next.is(WordClass.SELVES)) {
            return false;
        }
        boolean relative =
                i > 0
                        && (token.is(KeyWord.WHO)
                                || token.is(KeyWord.WHICH)
                                || token.is(KeyWord.WHERE));
        if (sentence.question()) {
            return true;
        }
        if (relative || token.is(KeyWord.WHEN)) {
            return false;
        }
        if (next.is(WordClass.BE) && !token.is(KeyWord.HOW)) {
            return true;
        }
        for (int k = i + 1; k < i + WH_REACH; k++) {
            var auxiliary = sentence.at(k);
            if (auxiliary.is(WordClass.DO)
                    || auxiliary.tag() == Tag.MD
                    || auxiliary.is(WordClass.BE)
                    || auxiliary.is(WordClass.HAVE)) {
                return isSubject(skipNegation(k + 1), auxiliary);
            }
            if (auxiliary.is(WordClass.SELF)) {
                return false;
            }
        }
        return next.is(KeyWord.ABOUT) || next.is(KeyWord.TO);
    }

    private boolean isSubject(int i, Token auxiliary) {
        var token = sentence.at(i);
        if (token.is(KeyWord.I) && sentence.at(i - 2).is(KeyWord.SO)) {
            return false;
        }
        if (token.is(WordClass.NOMINATIVE) || token.is(KeyWord.IT) || token.is(WordClass.YOU)) {
            return true;
        }
        boolean nounPhrase =
                token.tag() == Tag.DT || token.tag() == Tag.PRPS || token.tag() == Tag.EX;
        return (nounPhrase && auxiliary.is(WordClass.BE) && !auxiliary.is(KeyWord.AM))
                || (token.tag() == Tag.PRPS && auxiliary.is(KeyWord.DO));
    }

    private int skipNegation(int i) {
        return sentence.at(i).is(WordClass.NEGATION) ? i + 1 : i;
    }

    /** Where "..., right?" starts; the whole sentence where it ends in no such tag. */
    int tag() {
        int last = sentence.size() - 2;
        for (int i = last; i > Math.max(0, last - 3); i--) {
            if (sentence.at(i).tag() == Tag.COMMA) {
                var tag = sentence.at(i + 1);
                return tag.is(KeyWord.YOU)
                                || tag.is(KeyWord.RIGHT)
                                || tag.is(KeyWord.HBU)
                                || tag.is(KeyWord.WBU)
                        ? i
                        : 0;
            }
        }
        return 0;
    }
}
