package gleaner.extract.clause;

import gleaner.extract.Trace;
import gleaner.extract.Trace.Why;
import gleaner.extract.clause.Vetoes.Standing;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
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

    private final Sentence sentence;
    private final ClauseEnds ends;
    private final JoinedVerbs joinedVerbs;
    private final LeftOut leftOut;
    private final Vetoes vetoes;
    private final Trace trace;
    private final List<Clause> clauses = new ArrayList<>();
    private int reported = -1;

    private ClauseScanner(Sentence sentence, BitSet stated, Trace trace) {
        this.trace = trace;
        this.sentence = sentence;
        this.ends = new ClauseEnds(sentence);
        this.joinedVerbs = new JoinedVerbs(sentence);
        this.leftOut = new LeftOut(sentence, stated);
        this.vetoes = new Vetoes(sentence);
    }

    /**
     * The clauses in their order.
     *
     * @param stated a bit for each token that states something, of {@link Stated}
     * @param trace is told of clauses that state nothing
     */
    public static List<Clause> scan(Sentence sentence, BitSet stated, Trace trace) {
        var scanner = new ClauseScanner(sentence, stated, trace);
        for (int i = 0; i < sentence.size(); i++) {
            if (stated.get(i)) {
                scanner.open(i);
            } else if (sentence.at(i).is(WordClass.SELF)) {
                scanner.leftOut(i, sentence.at(i).quoted() ? Why.QUOTED : Why.ASKED);
            }
        }
        return scanner.clauses;
    }

    private void leftOut(int subject, Why why) {
        int last = Math.max(subject, ends.of(Math.min(subject + 2, sentence.size())) - 1);
        trace.leftOut(sentence.at(subject).start(), sentence.at(last).end(), why);
    }

    private void open(int i) {
        var token = sentence.at(i);
        if (token.is(WordClass.SELF)) {
            subject(i, i + 1, 1);
        } else if (token.is(WordClass.SELVES)) {
            subject(i, i + 1, WE);
        } else if (isMeAndSomebody(i)) {
            subject(i, behindCompany(i), WE);
        } else if (leftOut.isVerb(i) || leftOut.isDenial(i) || leftOut.isAbility(i)) {
            join(i, i, NO_SUBJECT, Standing.STATED);
        } else if (leftOut.isBe(i)) {
            int end = ends.of(i + 1);
            boolean not = sentence.at(i).is(KeyWord.NOT);
            boolean over = sentence.at(i).is(KeyWord.NO);
            Set<Aspect> aspects =
                    not ? Set.of(Aspect.NEGATED) : over ? Set.of(Aspect.ENDED) : Set.of();
            var verb = new VerbGroup(i, not ? i : over ? i + 1 : i - 1, VerbGroup.BE, aspects);
            clauses.add(new Clause(sentence, i, verb, end, NO_SUBJECT, aspects));
        } else if (token.is(WordClass.PARTICIPLE_START) && leftOut.isParticiple(i)) {
            join(i, i, PARTICIPLE, Standing.STATED);
        }
    }

    private void subject(int i, int verb, double weight) {
        var standing = vetoes.before(i);
        if (standing == Standing.STATED && vetoes.isStillReported(i, reported)) {
            standing = Standing.VETOED;
        }
        if (standing == Standing.VETOED) {
            reported = i;
            leftOut(i, vetoes.isReported(i) ? Why.REPORTED : Why.SUPPOSED);
        } else {
            reported = -1;
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
            if (verb != null && isConditional(verb, end)) {
                leftOut(clauseStart, Why.SUPPOSED);
            }
            if (verb == null || isConditional(verb, end)) {
                return;
            }
            int next = joinedVerbs.next(verb, shared, end);
            int clauseEnd = next < 0 ? end : joinedVerbs.before(next);
            var aspects = aspects(verb, clauseEnd, standing, shared);
            clauses.add(new Clause(sentence, clauseStart, verb, clauseEnd, weight, aspects));
            if (next < 0) {
                return;
            }
            shared = inherited(aspects, next);
            verbStart = next;
            clauseStart = next;
        }
    }

    /** "I will move and find a job": the modal holds for both. */
    private Set<Aspect> inherited(Set<Aspect> before, int next) {
        var inherited = EnumSet.noneOf(Aspect.class);
        if (sentence.at(next).tag() == Tag.VB || sentence.at(next).tag() == Tag.VBP) {
            for (var aspect :
                    List.of(
                            Aspect.WOULD,
                            Aspect.CAN,
                            Aspect.FUTURE,
                            Aspect.OBLIGED,
                            Aspect.USED_TO)) {
                boolean stative =
                        sentence.at(next).is(WordClass.HAVE) || sentence.at(next).is(WordClass.BE);
                boolean shared = !stative || isSupposition();
                if (before.contains(aspect) && shared) {
                    inherited.add(aspect);
                }
            }
        }
        return inherited;
    }

    /** "if I were rich I would sell it and have a dog". */
    private boolean isSupposition() {
        return isSupposed(sentence.size());
    }

    private boolean isSupposed(int until) {
        return sentence.tokens().subList(0, until).stream()
                .anyMatch(token -> token.is(WordClass.CONDITION));
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
            if (token.is(KeyWord.ANYMORE)
                    || (token.is(KeyWord.ANY)
                            && (sentence.at(i + 1).is(KeyWord.MORE)
                                    || sentence.at(i + 1).is(KeyWord.LONGER)))) {
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
        if (verb.is(Aspect.WOULD) && isSupposed(verb.start())) {
            return true;
        }
        boolean unreal =
                (verb.is(Aspect.WOULD) || verb.is(Aspect.CAN) || verb.is(Aspect.OBLIGED))
                        && verb.is(Aspect.PERFECT);
        return unreal || isNearly(verb);
    }

    private boolean isNearly(VerbGroup verb) {
        for (int i = verb.start(); i < verb.main(); i++) {
            if (sentence.at(i).is(WordClass.NEARLY)) {
                return verb.is(Aspect.PAST);
            }
        }
        return false;
    }

    /** "me and my wife live". */
    private boolean isMeAndSomebody(int i) {
        return sentence.at(i).is(KeyWord.ME)
                && sentence.at(i + 1).is(KeyWord.AND)
                && (i == 0
                        || sentence.at(i - 1).tag().isBreak()
                        || sentence.at(i - 1).is(KeyWord.SO))
                && (sentence.at(behindCompany(i)).tag() == Tag.VBP
                        || sentence.at(behindCompany(i)).tag() == Tag.VB
                        || sentence.at(behindCompany(i)).is(WordClass.DO)
                        || isVerbBehindNoun(behindCompany(i)));
    }

    /** "me and my boyfriend love hiking": the verb that is also a noun. */
    private boolean isVerbBehindNoun(int i) {
        return sentence.at(i - 1).isNoun() && sentence.at(i).is(WordClass.DROPPED_SUBJECT);
    }

    private int behindCompany(int i) {
        int behind = i + 2;
        while ((sentence.at(behind).isNoun()
                        && !isVerbBehindNoun(behind)
                        && !sentence.at(behind).is(WordClass.DO))
                || sentence.at(behind).tag() == Tag.PRPS
                || sentence.at(behind).tag() == Tag.DT
                || sentence.at(behind).tag() == Tag.CD
                || sentence.at(behind).tag() == Tag.JJ) {
            behind++;
        }
        return behind;
    }
}
