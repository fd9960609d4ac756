package gleaner.extract.frame;

import gleaner.extract.clause.Aspect;
import gleaner.extract.clause.Clause;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the facts that the user's own clauses state. */
final class ClauseFacts {
    private static final double BY_PRONOUN = 0.65;
    private static final double FRONTED = 0.7;
    private static final double CONTRASTED = 0.9;
    private static final double EMPLOYER = 0.8;

    /** Kinds that one has for a while only, or that have one. */
    private static final Set<Kind> NOT_HAD =
            Set.of(Kind.ACTIVITY, Kind.TIME, Kind.OCCUPATION, Kind.PERSON);

    private static final Set<Kind> ACQUIRED =
            Set.of(Kind.PET, Kind.ANIMAL, Kind.VEHICLE, Kind.HOME, Kind.THING, Kind.INSTRUMENT);

    private final Scene scene;
    private final Sentence sentence;
    private final Facts facts;
    private final Naming naming;

    ClauseFacts(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.facts = scene.facts();
        this.naming = new Naming(sentence, scene.tables().typer());
    }

    /** Reads a clause; false where it states nothing that the frames know. */
    boolean read(Clause clause) {
        boolean any = false;
        for (var frame : scene.tables().frames().of(clause.verb().lemma())) {
            if (!frame.fits(clause) || Qualifier.isPassing(frame, clause)) {
                continue;
            }
            var match = scene.matcher().match(frame, clause);
            if (match != null && state(frame, clause, match)) {
                any = true;
                contrast(frame, clause, match);
                if (frame.is(Option.EMPLOYER)) {
                    employer(clause, match);
                }
                if (!frame.is(Option.ALSO) && !frame.is(Option.GOES_ON)) {
                    return true;
                }
            }
        }
        return any || fronted(clause);
    }

    private boolean state(Frame frame, Clause clause, Match match) {
        boolean any = false;
        var claim = claim(frame, clause, match);
        Relation inherited = null;
        for (var phrase : match.phrases()) {
            if (frame.is(Option.FIRST) && any) {
                break;
            }
            var turned = phrase.none() ? negated(frame, claim) : claim;
            if (phrase.is(Form.PRONOUN)) {
                any |= byPronoun(turned, phrase);
            } else if (isPossession(frame.relation())) {
                var relation = possess(turned, phrase, frame, inherited);
                inherited = relation == null ? inherited : relation;
                any |= relation != null;
            } else {
                var name =
                        frame.is(Option.GERUND)
                                ? Facts.gerund(clause.verb().lemma(), phrase.name())
                                : phrase.name();
                any |= facts.claim(turned, phrase, sentence, name);
            }
        }
        return any;
    }

    private Claim claim(Frame frame, Clause clause, Match match) {
        var claim =
                new Claim(
                        frame.relation(),
                        false,
                        Qualifier.temporal(frame, clause),
                        Qualifier.confidence(frame, clause),
                        Qualifier.strength(frame, clause),
                        !frame.is(Option.IMPLIED),
                        frame.kinds(),
                        frame.onlyKinds(),
                        clause.start(),
                        match.end(),
                        frame.id());
        boolean ended = clause.is(Aspect.ENDED) && !frame.required().contains(Aspect.NEGATED);
        if (ended) {
            return claim.deniedIf(true);
        }
        return frame.isNegated(clause) ? negated(frame, claim) : claim;
    }

    private static Claim negated(Frame frame, Claim claim) {
        var turned = frame.turned();
        if (turned != null) {
            return claim.as(turned);
        }
        return claim.deniedIf(!claim.denied());
    }

    private boolean byPronoun(Claim claim, Phrase pronoun) {
        if (!claim.relation().isAttitude()) {
            return false;
        }
        var antecedent = Antecedents.of(sentence, pronoun.start());
        if (antecedent != null) {
            return facts.claim(claim.weakened(BY_PRONOUN), antecedent, sentence);
        }
        var previous = scene.previous();
        boolean many = pronoun.name().equals("them");
        if (previous == null || !(many || pronoun.name().equals("it"))) {
            return false;
        }
        var before = Antecedents.before(previous, previous.size(), many);
        return before != null
                && facts.claim(claim.weakened(BY_PRONOUN), before, sentence, before.name());
    }

    private static boolean isPossession(Relation relation) {
        return relation == Relation.HAS
                || relation == Relation.OWNS
                || relation == Relation.HAS_CHILD
                || relation == Relation.HAS_PET
                || relation == Relation.MARRIED_TO
                || relation == Relation.PARTNER_OF;
    }

    /**
     * Somebody, a pet or a thing that one has; the relation depends on which.
     *
     * @param before what the phrase before it in the list was, whose names may follow
     * @return the relation that was stated, or nothing
     */
    private @Nullable Relation possess(
            Claim claim, Phrase phrase, Frame frame, @Nullable Relation before) {
        if (before != null && isPersonal(before) && naming.isName(phrase.start(), false)) {
            return facts.claim(claim.as(before), phrase, sentence) ? before : null;
        }
        var relation = relationTo(claim.relation(), phrase, frame);
        if (relation == null) {
            return null;
        }
        var names = isPersonal(relation) ? naming.behind(phrase.next()) : List.<String>of();
        var base = isPersonal(relation) ? relativeIn(phrase) : phrase.name();
        if (names.isEmpty()) {
            return facts.claim(claim.as(relation), phrase, sentence, base) ? relation : null;
        }
        for (var name : names) {
            var full = relation == Relation.HAS_PET ? base + " " + name : name;
            facts.claim(claim.as(relation), phrase, sentence, full);
        }
        return relation;
    }

    static boolean isPersonal(Relation relation) {
        return switch (relation) {
            case HAS_CHILD, HAS_SIBLING, HAS_PET, MARRIED_TO, PARTNER_OF -> true;
            default -> false;
        };
    }

    private static String relativeIn(Phrase phrase) {
        return phrase.name();
    }

    private @Nullable Relation relationTo(Relation stated, Phrase phrase, Frame frame) {
        var head = sentence.at(headOf(phrase));
        var tie = scene.tables().kin().of(head.noun());
        if (tie != null) {
            return stated == Relation.HAS_PET ? null : tie.relation();
        }
        if (stated != Relation.HAS && stated != Relation.OWNS) {
            return stated;
        }
        var name = phrase.name().toLowerCase(Locale.ROOT);
        var kind = scene.tables().typer().of(name, scene.tables().expected(stated));
        if (kind == Kind.PET || kind == Kind.ANIMAL) {
            return Relation.HAS_PET;
        }
        if (frame.is(Option.ACQUIRED) && !ACQUIRED.contains(kind)) {
            return null;
        }
        boolean noun = head.isNoun();
        return !noun || NOT_HAD.contains(kind) ? null : stated;
    }

    /** The head of "a daughter of three" is the daughter. */
    private int headOf(Phrase phrase) {
        for (int i = phrase.start() + 1; i < phrase.end(); i++) {
            if (sentence.at(i).is("of")) {
                return i - 1;
            }
        }
        return phrase.end() - 1;
    }

    /** "tea but not coffee", "everything except olives". */
    private void contrast(Frame frame, Clause clause, Match match) {
        int at = match.end();
        while (sentence.at(at).tag() == Tag.COMMA
                || sentence.at(at).is(WordClass.CONTRAST)
                || sentence.at(at).is("and")
                || sentence.at(at).is(WordClass.FILLER)) {
            at++;
        }
        boolean negation =
                sentence.at(at).is("not")
                        || sentence.at(at).is("never")
                        || sentence.at(at - 1).is("except");
        if (!negation || clause.is(Aspect.NEGATED) || frame.relation() == Relation.LIVES_IN) {
            return;
        }
        int from = sentence.at(at).is(WordClass.NEGATION) ? at + 1 : at;
        if (sentence.at(from).is("so") || sentence.at(from).is("for")) {
            from += sentence.at(from).is("for") ? 1 : 2;
        }
        var claim = negated(frame, Claim.of(frame, clause.weight() * CONTRASTED, at, at + 1));
        for (var phrase : scene.matcher().objects().list(from, sentence.size())) {
            if (!claim.denied() || frame.relation() != Relation.FROM) {
                facts.claim(spanning(claim, clause, phrase), phrase, sentence);
            }
        }
    }

    private static Claim spanning(Claim claim, Clause clause, Phrase phrase) {
        return new Claim(
                claim.relation(),
                claim.denied(),
                claim.temporal(),
                claim.confidence(),
                claim.strength(),
                claim.explicit(),
                claim.kinds(),
                false,
                clause.start(),
                phrase.end(),
                claim.rule());
    }

    /** "a nurse at Leeds General". */
    private void employer(Clause clause, Match match) {
        var at = sentence.at(match.end());
        if (!(at.is("at") || at.is("for") || at.is("with"))) {
            return;
        }
        var place = scene.matcher().objects().nounPhrases().read(match.end() + 1, clause.end());
        if (place == null || clause.is(Aspect.NEGATED)) {
            return;
        }
        var head = sentence.at(place.end() - 1);
        if (head.is(WordClass.TIME_NOUN) || head.is("home") || head.is("heart")) {
            return;
        }
        facts.claim(
                new Claim(
                        Relation.WORKS_AT,
                        false,
                        clause.is(Aspect.PAST)
                                ? gleaner.memory.Temporal.PAST
                                : gleaner.memory.Temporal.CURRENT,
                        EMPLOYER * clause.weight(),
                        EMPLOYER,
                        true,
                        List.of(Kind.ORGANIZATION),
                        false,
                        clause.start(),
                        place.end(),
                        "occupation-at"),
                place,
                sentence);
    }

    /** "math, which I hate", "the band I love", "what I love is hiking". */
    private boolean fronted(Clause clause) {
        int behind = clause.verb().main() + 1;
        var frame = attitude(clause);
        if (frame == null) {
            return false;
        }
        int before = clause.start() - 1;
        var link = sentence.at(before);
        var claim = claim(frame, clause, new Match(List.of(), behind)).weakened(FRONTED);
        if (link.is("what") && sentence.at(behind).is(WordClass.BE)) {
            boolean any = false;
            for (var phrase : scene.matcher().objects().list(behind + 1, sentence.size())) {
                any |= facts.claim(spanning(claim, clause, phrase), phrase, sentence);
            }
            return any;
        }
        boolean ends = behind >= clause.end() || sentence.at(behind).tag().isBreak();
        if (!ends) {
            return false;
        }
        int head = link.is("which") || link.is("that") ? before - 1 : before;
        head = sentence.at(head).tag() == Tag.COMMA && head < before ? head - 1 : head;
        return head >= 0
                && Antecedents.isThing(sentence.at(head))
                && facts.claim(claim, Antecedents.phrase(sentence, head), sentence);
    }

    private @Nullable Frame attitude(Clause clause) {
        for (var frame : scene.tables().frames().of(clause.verb().lemma())) {
            boolean plain =
                    frame.complement().size() == 1
                            && frame.complement().getFirst() instanceof Part.Slot;
            if (plain && frame.relation().isAttitude() && frame.fits(clause)) {
                return frame;
            }
        }
        return null;
    }
}
