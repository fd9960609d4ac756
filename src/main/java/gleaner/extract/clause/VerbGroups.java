package gleaner.extract.clause;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Reads a verb group, token by token from its start. */
final class VerbGroups {
    private final Sentence sentence;
    private final int end;
    private final EnumSet<Aspect> aspects = EnumSet.noneOf(Aspect.class);
    private int at;
    private int main = -1;

    private VerbGroups(Sentence sentence, int start, int end) {
        this.sentence = sentence;
        this.at = start;
        this.end = end;
    }

    /** The verb group that starts here, or nothing where none does. */
    static @Nullable VerbGroup read(Sentence sentence, int start, int end) {
        var group = new VerbGroups(sentence, start, end);
        while (group.at < end && group.main < 0) {
            if (!group.step(start)) {
                return null;
            }
        }
        return group.main < 0 ? null : group.result(start);
    }

    private VerbGroup result(int start) {
        var verb = sentence.at(main);
        if (verb.tag() == Tag.VBD || (verb.tag() == Tag.VBN && main == start)) {
            aspects.add(Aspect.PAST);
        }
        if (verb.is(KeyWord.BEEN)) {
            aspects.add(Aspect.PERFECT);
        }
        if (verb.tag() == Tag.VBG && main == start) {
            aspects.add(Aspect.PROGRESSIVE);
        }
        return new VerbGroup(start, behindNegation(verb), lemma(verb), aspects);
    }

    /** "am not really": the negation stands behind the verb. */
    private int behindNegation(Token verb) {
        if (!verb.is(WordClass.BE) && !verb.is(WordClass.HAVE)) {
            return main;
        }
        int next = main + 1;
        while (next < end && Adverbs.isAdverb(sentence.at(next)) && !isNegation(next)) {
            Adverbs.note(sentence.at(next), aspects);
            next++;
        }
        if (!isNegation(next)) {
            return main;
        }
        aspects.add(sentence.at(next).is(KeyWord.NO) ? Aspect.ENDED : Aspect.NEGATED);
        return sentence.at(next).is(KeyWord.NO) ? next + 1 : next;
    }

    private boolean isNegation(int i) {
        var token = sentence.at(i);
        return (token.is(WordClass.NEGATION) && !token.is(KeyWord.NOR))
                || (token.is(KeyWord.NO) && sentence.at(i + 1).is(KeyWord.LONGER));
    }

    private static String lemma(Token verb) {
        if (verb.is(WordClass.BE)) {
            return VerbGroup.BE;
        }
        if (verb.is(WordClass.HAVE)) {
            return VerbGroup.HAVE;
        }
        return verb.verb();
    }

    /** Takes one token in; false where it belongs to no verb group. */
    private boolean step(int start) {
        var token = sentence.at(at);
        if (token.is(KeyWord.NO) && sentence.at(at + 1).is(KeyWord.LONGER)) {
            return take(Aspect.ENDED, 2);
        }
        if (token.is(WordClass.NEGATION)) {
            return take(Aspect.NEGATED, 1);
        }
        if (token.is(KeyWord.HAD_OR_WOULD)) {
            return would();
        }
        if (token.is(WordClass.MODAL_FUTURE)) {
            return take(Aspect.FUTURE, 1);
        }
        if (token.is(WordClass.MODAL_WOULD)) {
            return take(Aspect.WOULD, 1);
        }
        if (token.is(WordClass.MODAL_CAN) && token.tag() == Tag.MD) {
            return take(Aspect.CAN, 1);
        }
        if (token.is(WordClass.MODAL_MAY) && token.tag() == Tag.MD) {
            return take(Aspect.HEDGED, 1);
        }
        if (token.is(WordClass.MODAL_MUST)) {
            return take(Aspect.OBLIGED, 1);
        }
        if (token.is(WordClass.DO)) {
            return auxiliaryDo(token);
        }
        if (token.is(WordClass.HAVE)) {
            return have(token);
        }
        if (token.is(WordClass.BE)) {
            return be(token);
        }
        if (token.is(KeyWord.USED) && sentence.at(at + 1).is(KeyWord.TO)) {
            aspects.add(Aspect.PAST);
            return take(Aspect.USED_TO, 2);
        }
        if (token.is(KeyWord.GOT) && sentence.at(at + 1).is(KeyWord.TO)) {
            return take(Aspect.OBLIGED, 2);
        }
        return other(token, start);
    }

    private boolean other(Token token, int start) {
        if ((token.is(KeyWord.KIND) || token.is(KeyWord.SORT))
                && sentence.at(at + 1).is(KeyWord.OF)) {
            return take(Aspect.DIMINISHED, 2);
        }
        if (token.is(KeyWord.A)
                && (sentence.at(at + 1).is(KeyWord.LOT) || sentence.at(at + 1).is(KeyWord.BIT))) {
            return skip(2);
        }
        Adverbs.note(token, aspects);
        if (Adverbs.isAdverb(token)) {
            return skip(1);
        }
        if (token.tag() == Tag.COMMA && at > start && Adverbs.isAdverb(sentence.at(at + 1))) {
            return skip(1);
        }
        if (token.isVerb() || isVerbish(token)) {
            main = at;
            return true;
        }
        return false;
    }

    private boolean would() {
        var next = sentence.at(next(at + 1));
        boolean had = next.is(KeyWord.BETTER) || next.tag() == Tag.VBN;
        if (had && !next.word().can(Forms.VERB)) {
            aspects.add(Aspect.PAST);
            return take(Aspect.PERFECT, 1);
        }
        return take(Aspect.WOULD, 1);
    }

    private boolean auxiliaryDo(Token token) {
        if (token.is(KeyWord.DID)) {
            aspects.add(Aspect.PAST);
        }
        var next = sentence.at(next(at + 1));
        if (next.tag() == Tag.VB || next.tag() == Tag.VBP || isDenied(next)) {
            return skip(1);
        }
        main = at;
        return true;
    }

    private boolean isDenied(Token next) {
        return sentence.at(at + 1).is(WordClass.NEGATION) && next.word().can(Forms.VERB);
    }

    private boolean have(Token token) {
        if (token.is(KeyWord.HAD)) {
            aspects.add(Aspect.PAST);
        }
        int after = next(at + 1);
        var next = sentence.at(after);
        if (next.is(KeyWord.TO) && after == at + 1) {
            return take(Aspect.OBLIGED, 2);
        }
        boolean participle =
                next.tag() == Tag.VBN || next.is(KeyWord.GOT) || next.is(WordClass.SAME_PAST);
        boolean adjective =
                next.word().can(Forms.ADJECTIVE)
                        && !next.word().closed()
                        && sentence.at(after + 1).isNoun()
                        && !next.is(WordClass.DROPPED_SUBJECT);
        if (participle && !adjective) {
            return take(Aspect.PERFECT, 1);
        }
        main = at;
        return true;
    }

    private boolean be(Token token) {
        if (token.is(KeyWord.WAS) || token.is(KeyWord.WERE)) {
            aspects.add(Aspect.PAST);
        }
        int after = next(at + 1);
        var next = sentence.at(after);
        if (next.is(KeyWord.GOING) && sentence.at(after + 1).is(KeyWord.TO)) {
            var goal = sentence.at(next(after + 2));
            if (goal.tag() == Tag.VB || goal.word().can(Forms.VERB)) {
                aspects.add(Aspect.FUTURE);
                at = after + 2;
                return true;
            }
        }
        if (next.tag() == Tag.VBG) {
            return take(Aspect.PROGRESSIVE, 1);
        }
        main = at;
        return true;
    }

    /** The next token that is no adverb or negation. */
    private int next(int from) {
        int next = from;
        while (next < end
                && (Adverbs.isAdverb(sentence.at(next))
                        || sentence.at(next).is(WordClass.NEGATION))) {
            next++;
        }
        return next;
    }

    /** Can be a verb, and is no word of the closed classes. */
    private static boolean isVerbish(Token token) {
        return switch (token.tag()) {
            case NN, NNS, JJ, NNP -> token.word().can(Forms.VERB);
            default -> false;
        };
    }

    private boolean take(Aspect aspect, int tokens) {
        aspects.add(aspect);
        return skip(tokens);
    }

    private boolean skip(int tokens) {
        at += tokens;
        return true;
    }
}
