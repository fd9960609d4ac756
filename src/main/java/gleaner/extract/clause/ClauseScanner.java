package gleaner.extract.clause;

import gleaner.extract.clause.Vetoes.Standing;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the clauses of a sentence in which the user says something of themselves. */
public final class ClauseScanner {
    private static final double WE = 0.8;
    private static final double NO_SUBJECT = 0.75;
    private static final double PARTICIPLE = 0.65;

    /** Verbs joined by "and" behind one subject. */
    private static final int MAX_JOINED = 5;

    /** Where "here" ends a fragment: "big jazz fan here". */
    private static final int HERE_WITHIN = 6;

    private final Sentence sentence;
    private final BitSet stated;
    private final ClauseEnds ends;
    private final Vetoes vetoes;
    private final List<Clause> clauses = new ArrayList<>();

    private ClauseScanner(Sentence sentence, BitSet stated) {
        this.sentence = sentence;
        this.stated = stated;
        this.ends = new ClauseEnds(sentence);
        this.vetoes = new Vetoes(sentence);
    }

    /**
     * The clauses in their order.
     *
     * @param stated a bit for each token that states something, of {@link Stated}
     */
    public static List<Clause> scan(Sentence sentence, BitSet stated) {
        var scanner = new ClauseScanner(sentence, stated);
        for (int i = stated.nextSetBit(0); i >= 0; i = stated.nextSetBit(i + 1)) {
            scanner.open(i);
        }
        return scanner.clauses;
    }

    private void open(int i) {
        var token = sentence.at(i);
        if (token.is(WordClass.SELF)) {
            subject(i, i + 1, 1);
        } else if (token.is(WordClass.SELVES)) {
            subject(i, i + 1, WE);
        } else if (isMeAndSomebody(i)) {
            subject(i, behindCompany(i), WE);
        } else if (isDropped(i) || isDroppedDenial(i)) {
            join(i, i, NO_SUBJECT, Standing.STATED);
        } else if (isDroppedBe(i)) {
            int end = ends.of(i + 1);
            boolean not = sentence.at(i).is("not");
            Set<Aspect> aspects = not ? Set.of(Aspect.NEGATED) : Set.of();
            var verb = new VerbGroup(i, not ? i : i - 1, "be", aspects);
            clauses.add(new Clause(sentence, i, verb, end, NO_SUBJECT, aspects));
        } else if (token.is(WordClass.PARTICIPLE_START) && isMyDoing(i)) {
            join(i, i, PARTICIPLE, Standing.STATED);
        }
    }

    private void subject(int i, int verb, double weight) {
        var standing = vetoes.before(i);
        if (standing != Standing.VETOED) {
            join(i, verb, weight, standing);
        }
    }

    /** The clause that starts here, and those that share its subject. */
    private void join(int start, int from, double weight, Standing standing) {
        int end = ends.of(from + 1);
        int verbStart = from;
        int clauseStart = start;
        Set<Aspect> shared = Set.of();
        for (int n = 0; n < MAX_JOINED; n++) {
            var verb = VerbGroups.read(sentence, verbStart, end);
            if (verb == null || isConditional(verb, end)) {
                return;
            }
            int next = nextVerb(verb, end);
            int clauseEnd = next < 0 ? end : beforeJoin(next);
            var aspects = aspects(verb, clauseEnd, standing, shared);
            clauses.add(new Clause(sentence, clauseStart, verb, clauseEnd, weight, aspects));
            if (next < 0) {
                return;
            }
            shared = inherited(verb, next);
            verbStart = next;
            clauseStart = next;
        }
    }

    /** "I will move and find a job": the modal holds for both. */
    private Set<Aspect> inherited(VerbGroup verb, int next) {
        var inherited = EnumSet.noneOf(Aspect.class);
        if (sentence.at(next).tag() == Tag.VB || sentence.at(next).tag() == Tag.VBP) {
            for (var aspect :
                    List.of(Aspect.WOULD, Aspect.FUTURE, Aspect.OBLIGED, Aspect.USED_TO)) {
                if (verb.is(aspect) && !sentence.at(next).word().closed()) {
                    inherited.add(aspect);
                }
            }
        }
        return inherited;
    }

    private Set<Aspect> aspects(VerbGroup verb, int end, Standing standing, Set<Aspect> shared) {
        var aspects = EnumSet.noneOf(Aspect.class);
        aspects.addAll(verb.aspects());
        aspects.addAll(shared);
        if (standing == Standing.HELD || standing == Standing.DOUBTED) {
            aspects.add(Aspect.HEDGED);
        }
        if (standing == Standing.DOUBTED && !aspects.remove(Aspect.NEGATED)) {
            aspects.add(Aspect.NEGATED);
        }
        if (isEnded(verb.main() + 1, end)) {
            aspects.add(Aspect.ENDED);
        }
        return aspects;
    }

    /** "anymore", "any longer", "these days" behind a negation. */
    private boolean isEnded(int from, int end) {
        for (int i = from; i < Math.min(end + 1, sentence.size()); i++) {
            var token = sentence.at(i);
            if (token.is("anymore")
                    || (token.is("any")
                            && (sentence.at(i + 1).is("more")
                                    || sentence.at(i + 1).is("longer")))) {
                return true;
            }
        }
        return false;
    }

    private boolean isConditional(VerbGroup verb, int end) {
        boolean counterfactual = verb.is(Aspect.WOULD) || verb.is(Aspect.FUTURE);
        if (counterfactual && sentence.at(end).is(WordClass.CONDITION)) {
            return true;
        }
        boolean unreal =
                (verb.is(Aspect.WOULD) || verb.is(Aspect.CAN) || verb.is(Aspect.OBLIGED))
                        && isPerfectInfinitive(verb);
        return unreal || isNearly(verb);
    }

    /** "would have liked". */
    private boolean isPerfectInfinitive(VerbGroup verb) {
        return verb.is(Aspect.PERFECT);
    }

    private boolean isNearly(VerbGroup verb) {
        for (int i = verb.start(); i < verb.main(); i++) {
            if (sentence.at(i).is(WordClass.NEARLY)) {
                return verb.is(Aspect.PAST);
            }
        }
        return false;
    }

    /** Where a further verb with the same subject starts, or -1. */
    private int nextVerb(VerbGroup verb, int end) {
        boolean infinitive = false;
        for (int i = verb.main() + 1; i + 1 < end; i++) {
            var token = sentence.at(i);
            infinitive |= token.is("to") && sentence.at(i + 1).tag() == Tag.VB;
            if (!isJoint(token)) {
                continue;
            }
            int next = i + 1;
            while (next < end && isBetween(sentence.at(next))) {
                next++;
            }
            if (next < end && continues(next, verb, infinitive)) {
                return firstOfGroup(i + 1, next);
            }
        }
        return -1;
    }

    private static boolean isJoint(Token token) {
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
            return !token.is("be") && token.tag() != Tag.VBZ && !token.is("'s");
        }
        if (token.is(WordClass.DO) && sentence.at(i + 1).is(WordClass.NEGATION)) {
            return !token.is("does");
        }
        if (token.is("used") && sentence.at(i + 1).is("to")) {
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

    private int beforeJoin(int next) {
        int end = next;
        while (end > 0 && (isJoint(sentence.at(end - 1)) || sentence.at(end - 1).tag() == Tag.RB)) {
            end--;
        }
        return end;
    }

    /** "me and my wife live". */
    private boolean isMeAndSomebody(int i) {
        return sentence.at(i).is("me")
                && sentence.at(i + 1).is("and")
                && (i == 0 || sentence.at(i - 1).tag().isBreak() || sentence.at(i - 1).is("so"))
                && sentence.at(behindCompany(i)).tag() == Tag.VBP;
    }

    private int behindCompany(int i) {
        int behind = i + 2;
        while (sentence.at(behind).isNoun()
                || sentence.at(behind).tag() == Tag.PRPS
                || sentence.at(behind).tag() == Tag.DT) {
            behind++;
        }
        return behind;
    }

    /** The sentence starts with a verb, and it is no order. */
    private boolean isDropped(int i) {
        var token = sentence.at(i);
        if (sentence.question() || !token.is(WordClass.DROPPED_SUBJECT)) {
            return false;
        }
        return isFirst(i)
                && (token.isVerb() || token.tag() == Tag.RB || token.is("allergic"))
                && !isJoint(sentence.at(i + 1))
                && !(token.is("like") && sentence.at(i + 1).tag() == Tag.DT);
    }

    /** "never liked dogs", "can't stand cilantro", "don't eat meat". */
    private boolean isDroppedDenial(int i) {
        if (sentence.question() || !isFirst(i)) {
            return false;
        }
        var token = sentence.at(i);
        boolean never = token.is("never");
        boolean not =
                (token.is("ca") || token.is("do") || token.is("have"))
                        && sentence.at(i + 1).is(WordClass.NEGATION);
        var verb = sentence.at(never ? i + 1 : i + 2);
        return (never || not) && (verb.is(WordClass.DROPPED_SUBJECT) || verb.is("stand"));
    }

    /** "obsessed with cats", "29f from Manila": "I am" is left out. */
    private boolean isDroppedBe(int i) {
        var token = sentence.at(i);
        if (sentence.question() || !isFirst(i)) {
            return false;
        }
        if (token.is("not")) {
            return sentence.at(i + 1).tag() == Tag.DT || sentence.at(i + 1).is("into");
        }
        if (token.is(WordClass.DROPPED_BE)) {
            return true;
        }
        boolean here = false;
        for (int k = i + 1; k < i + HERE_WITHIN; k++) {
            here |= sentence.at(k).is("here") && isEnd(k + 1);
        }
        boolean age = token.tag() == Tag.CD && token.text().length() <= 4;
        return (here || age) && (token.isNoun() || token.tag() == Tag.JJ || age || token.is("a"));
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
    private boolean isMyDoing(int i) {
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
