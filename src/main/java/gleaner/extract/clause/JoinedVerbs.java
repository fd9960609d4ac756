package gleaner.extract.clause;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;
import java.util.Set;

/** Finds further verbs that share a subject: "I live in Oslo and work at a bank". */
final class JoinedVerbs {
    private final Sentence sentence;

    JoinedVerbs(Sentence sentence) {
        this.sentence = sentence;
    }

    /**
     * Where a further verb with the same subject starts, or -1.
     *
     * @param shared what this verb has of the one before
     */
    int next(VerbGroup verb, Set<Aspect> shared, int end) {
        boolean infinitive = false;
        for (int i = verb.main() + 1; i + 1 < end; i++) {
            var token = sentence.at(i);
            infinitive |= token.is(KeyWord.TO) && sentence.at(i + 1).tag() == Tag.VB;
            if (!isJoint(token)) {
                continue;
            }
            int next = i + 1;
            while (next < end && isBetween(sentence.at(next))) {
                next++;
            }
            boolean able = verb.is(Aspect.CAN) || shared.contains(Aspect.CAN);
            if (next < end && (continues(next, verb, infinitive) || (able && isSkill(next)))) {
                return firstOfGroup(i + 1, next);
            }
        }
        return -1;
    }

    static boolean isJoint(Token token) {
        return token.is(WordClass.CONJUNCTION)
                || token.is(WordClass.CONTRAST)
                || token.tag() == Tag.COMMA
                || token.tag() == Tag.SYM;
    }

    private static boolean isBetween(Token token) {
        return token.is(WordClass.CONJUNCTION)
                || token.is(WordClass.CONTRAST)
                || token.is(WordClass.NEGATION)
                || ((token.tag() == Tag.RB || token.is(WordClass.FILLER)) && !token.isNoun());
    }

    private int firstOfGroup(int from, int verb) {
        int first = from;
        while (first < verb
                && (sentence.at(first).is(WordClass.CONJUNCTION)
                        || sentence.at(first).is(WordClass.CONTRAST))) {
            first++;
        }
        return first;
    }

    private boolean continues(int i, VerbGroup verb, boolean infinitive) {
        var token = sentence.at(i);
        if (infinitive && sentence.at(verb.main()).is(WordClass.PROSPECT)) {
            return false;
        }
        if (token.is(WordClass.BE) || token.is(WordClass.HAVE) || token.tag() == Tag.MD) {
            return !token.is(KeyWord.BE) && token.tag() != Tag.VBZ && !token.is(KeyWord.IS_OR_HAS);
        }
        if (token.is(WordClass.DO) && sentence.at(i + 1).is(WordClass.NEGATION)) {
            return !token.is(KeyWord.DOES);
        }
        if (token.is(KeyWord.USED) && sentence.at(i + 1).is(KeyWord.TO)) {
            return true;
        }
        if (token.is(WordClass.DROPPED_SUBJECT) && isFollowed(i)) {
            return token.isVerb() && (token.tag() != Tag.VBN || verb.is(Aspect.PERFECT));
        }
        boolean finite =
                token.tag() == Tag.VBD
                        || token.tag() == Tag.VBP
                        || (verb.is(Aspect.PROGRESSIVE) && token.tag() == Tag.VBG);
        return finite && !infinitive && (!token.word().can(Forms.NOUN) || isFollowed(i));
    }

    /** "I can solder, change a tyre and braid hair": the verb that is also a noun. */
    private boolean isSkill(int i) {
        var token = sentence.at(i);
        boolean base = token.tag() == Tag.VB || token.tag() == Tag.VBP || token.tag() == Tag.NN;
        var next = sentence.at(i + 1);
        boolean object = next.isNoun() || next.tag() == Tag.DT || next.tag() == Tag.PRPS;
        return base && object && token.word().can(Forms.VERB);
    }

    /** What follows would not follow a noun. */
    private boolean isFollowed(int i) {
        var next = sentence.at(i + 1);
        return switch (next.tag()) {
            case DT, PRPS, PRP, IN, TO, RB, RP, CD -> true;
            case VBG -> sentence.at(i).is(WordClass.DROPPED_SUBJECT);
            case NN, NNS, NNP, JJ ->
                    !sentence.at(i).word().can(Forms.NOUN)
                            || sentence.at(i).is(WordClass.DROPPED_SUBJECT);
            default -> false;
        };
    }

    int before(int next) {
        int end = next;
        while (end > 0 && (isJoint(sentence.at(end - 1)) || sentence.at(end - 1).tag() == Tag.RB)) {
            end--;
        }
        return end;
    }
}
