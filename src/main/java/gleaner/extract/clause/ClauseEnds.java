package gleaner.extract.clause;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;

/** Finds where a clause ends: where another starts, or the sentence stops. */
public final class ClauseEnds {
    /** Tokens of a noun phrase that is looked through for a verb of its own. */
    private static final int LONGEST_SUBJECT = 6;

    private final Sentence sentence;

    public ClauseEnds(Sentence sentence) {
        this.sentence = sentence;
    }

    /** The end of the clause whose verb group reaches up to {@code from} at least. */
    public int of(int from) {
        for (int i = from; i < sentence.size(); i++) {
            var token = sentence.at(i);
            if (token.tag() == Tag.STOP || token.tag() == Tag.EMOJI) {
                return i;
            }
            if (isSubject(i) && (i > from || token.is(WordClass.NOMINATIVE))) {
                return i;
            }
            if (isSubordinator(i, from)) {
                return i;
            }
            if ((token.tag() == Tag.COMMA
                            || token.tag() == Tag.SYM
                            || token.is(WordClass.CONJUNCTION)
                            || token.is(WordClass.CONTRAST))
                    && hasSubjectOfItsOwn(i + 1)) {
                return i;
            }
        }
        return sentence.size();
    }

    private boolean isSubject(int i) {
        var token = sentence.at(i);
        if (token.is(WordClass.NOMINATIVE) && !token.is(KeyWord.YOU)) {
            return true;
        }
        boolean either =
                token.is(KeyWord.IT)
                        || token.is(KeyWord.YOU)
                        || token.is(KeyWord.THIS)
                        || token.is(KeyWord.THAT)
                        || token.is(KeyWord.THERE);
        return either && isFinite(sentence.at(i + 1));
    }

    static boolean isFinite(Token token) {
        return token.tag().isFinite()
                || (token.is(WordClass.BE) && token.isVerb())
                || token.is(KeyWord.SHORT_AM)
                || token.is(KeyWord.SHORT_ARE);
    }

    private boolean isSubordinator(int i, int from) {
        var token = sentence.at(i);
        boolean never = token.is(WordClass.FILLER) && sentence.at(i - 1).is(WordClass.NEGATION);
        if (!token.is(WordClass.SUBORDINATOR) || never) {
            return false;
        }
        var next = sentence.at(i + 1);
        return switch (token.word().key()) {
            case SO ->
                    !next.is(KeyWord.MUCH)
                            && !next.is(KeyWord.MANY)
                            && next.tag() != Tag.JJ
                            && next.tag() != Tag.RB;
            case SINCE -> next.tag() != Tag.CD;
            case THAT -> !next.isNoun() && next.tag() != Tag.JJ && !next.tag().isBreak();
            case AS, THAN -> next.is(WordClass.NOMINATIVE);
            case HOW -> i > from && !next.is(KeyWord.TO);
            case WHAT, WHATEVER -> i > from;
            case null, default -> true;
        };
    }

    /** ", my wife works": a noun phrase and a verb that agrees with it. */
    private boolean hasSubjectOfItsOwn(int from) {
        int i = from;
        while (i < sentence.size()
                && (sentence.at(i).tag() == Tag.CC || sentence.at(i).is(WordClass.FILLER))) {
            i++;
        }
        boolean noun = false;
        for (int n = 0; n < LONGEST_SUBJECT && i < sentence.size(); n++, i++) {
            var token = sentence.at(i);
            if (noun && isFinite(token) && !token.isNoun()) {
                return true;
            }
            if (!isPartOfSubject(token)) {
                return noun
                        && token.tag() == Tag.RB
                        && !token.is(KeyWord.SO)
                        && isFinite(sentence.at(i + 1));
            }
            noun |= token.isNoun() || token.tag() == Tag.DT || token.tag() == Tag.VBG;
        }
        return false;
    }

    private static boolean isPartOfSubject(Token token) {
        return switch (token.tag()) {
            case NN, NNS, NNP, JJ, DT, PRPS, CD, POS, VBG -> true;
            default -> false;
        };
    }
}
