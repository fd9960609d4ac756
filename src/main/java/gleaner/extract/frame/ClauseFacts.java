package gleaner.extract.frame;

import gleaner.extract.clause.Aspect;
import gleaner.extract.clause.Clause;
import gleaner.extract.clause.ClauseEnds;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import gleaner.memory.Statement;
import gleaner.memory.Temporal;
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
    private final Subjects subjects;
    private final Relatives relatives;

    ClauseFacts(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.facts = scene.facts();
        this.naming = new Naming(sentence, scene.tables().typer());
        this.subjects = new Subjects(sentence, scene.matcher().objects());
        this.relatives = new Relatives(sentence, scene.tables());
    }

    /** Reads a clause; false where it states nothing that the frames know. */
    boolean read(Clause clause) {
        boolean any = false;
        for (var frame : scene.tables().frames().of(clause.verb().lemma())) {
            if (!frame.fits(clause)
                    || Qualifier.isPassing(frame, clause)
                    || Qualifier.isPastDenial(frame, clause)) {
                continue;
            }
            var match = scene.matcher().match(frame, clause);
            if (match != null) {
                contrast(frame, clause, match);
            }
            if (match != null && state(frame, clause, match)) {
                any = true;
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
        if (frame.relation() == Relation.LIVES_IN || frame.relation() == Relation.FROM) {
            var wider = wider(clause, match);
            if (wider != null) {
                return facts.claim(claim(frame, clause, match), wider, sentence);
            }
        }
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
                any |= facts.claim(turned, phrase, sentence, name(frame, clause, phrase));
            }
        }
        return any;
    }

    /** "a small town in Russia" places somebody in Russia. */
    private @Nullable Phrase wider(Clause clause, Match match) {
        var typer = scene.tables().typer();
        var first = match.phrases().getFirst();
        int in = first.next();
        boolean within =
                sentence.at(in).is("in")
                        || sentence.at(in).is("near")
                        || sentence.at(in).is("outside")
                        || sentence.at(in).is("of");
        if (!within
                || match.phrases().size() > 1
                || typer.isPlace(first.name().toLowerCase(Locale.ROOT))) {
            return null;
        }
        var wider = scene.matcher().objects().nounPhrases().read(in + 1, clause.end());
        boolean named =
                wider != null
                        && (typer.isPlace(wider.name().toLowerCase(Locale.ROOT))
                                || sentence.at(wider.end() - 1).tag() == Tag.NNP);
        return named ? wider : null;
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

    /** "listening to jazz", where the frame asks for the activity. */
    private String name(Frame frame, Clause clause, Phrase phrase) {
        if (!frame.is(Option.GERUND) || phrase.is(Form.ACTIVITY)) {
            return phrase.name();
        }
        var link = sentence.at(clause.verb().main() + 1);
        var object = link.tag() == Tag.TO ? link.lower() + " " + phrase.name() : phrase.name();
        return Facts.gerund(clause.verb().lemma(), object);
    }

    private boolean byPronoun(Claim claim, Phrase pronoun) {
        if (!claim.relation().isAttitude()) {
            return false;
        }
        var antecedent = Antecedents.of(sentence, pronoun.start());
        if (antecedent != null) {
            if (isOccupation(antecedent)) {
                return false;
            }
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
            return isNamed(phrase.name()) || facts.claim(claim.as(before), phrase, sentence)
                    ? before
                    : null;
        }
        var relation = relationTo(claim.relation(), phrase, frame);
        if (relation == null) {
            return null;
        }
        var names = isPersonal(relation) ? naming.behind(phrase.next()) : List.<String>of();
        var base = isPersonal(relation) ? called(phrase) : phrase.name();
        if (names.isEmpty()) {
            return facts.claim(claim.as(relation), phrase, sentence, base) ? relation : null;
        }
        for (var name : names) {
            var full = relation == Relation.HAS_PET ? base + " " + name : name;
            facts.claim(claim.as(relation), phrase, sentence, full);
        }
        return relation;
    }

    private String called(Phrase phrase) {
        return phrase.is(Form.NAME)
                ? phrase.name()
                : relatives.called(phrase, relatives.headOf(phrase));
    }

    /** "I'm a paramedic and I love it" is not about a paramedic. */
    private boolean isOccupation(Phrase phrase) {
        var kind = relatives.kind(phrase.name(), List.of());
        return kind == Kind.OCCUPATION || kind == Kind.PERSON;
    }

    /** "two rats, Salt and Pepper": already told with the rats. */
    private boolean isNamed(String name) {
        return facts.findings().stream()
                .anyMatch(f ->
                        f.statement() instanceof Statement.Fact(var _, var entity)
                                && entity.name().endsWith(name));
    }

    static boolean isPersonal(Relation relation) {
        return switch (relation) {
            case HAS_CHILD, HAS_SIBLING, HAS_PET, MARRIED_TO, PARTNER_OF -> true;
            default -> false;
        };
    }

    private @Nullable Relation relationTo(Relation stated, Phrase phrase, Frame frame) {
        if (phrase.is(Form.NAME)) {
            return stated;
        }
        if (relatives.isCalledPet(phrase) && (stated == Relation.HAS || stated == Relation.OWNS)) {
            return Relation.HAS_PET;
        }
        int at = relatives.headOf(phrase);
        var tie = relatives.tie(at);
        if (stated != Relation.HAS && stated != Relation.OWNS) {
            return tie != null && tie.relation() == null ? null : stated;
        }
        if (tie != null) {
            return tie.relation();
        }
        var name = phrase.name().toLowerCase(Locale.ROOT);
        var kind = scene.tables().typer().of(name, scene.tables().expected(stated));
        if (kind == Kind.PET || kind == Kind.ANIMAL) {
            return Relation.HAS_PET;
        }
        if (frame.is(Option.ACQUIRED) && !ACQUIRED.contains(kind)) {
            return null;
        }
        boolean noun = sentence.at(at).isNoun();
        if (kind == Kind.VEHICLE) {
            return Relation.OWNS;
        }
        return !noun || NOT_HAD.contains(kind) ? null : stated;
    }

    /** "tea but not coffee", "everything except olives", "no kids, but two dogs". */
    private void contrast(Frame frame, Clause clause, Match match) {
        int at = match.end();
        boolean contrasted = false;
        while (isJoint(at)) {
            contrasted |= sentence.at(at).is(WordClass.CONTRAST);
            at++;
        }
        boolean not = sentence.at(at).is("not") || sentence.at(at - 1).is("except");
        boolean negated = clause.is(Aspect.NEGATED);
        if (frame.relation() == Relation.LIVES_IN || not == negated || (negated && !contrasted)) {
            return;
        }
        int from = sentence.at(at).is(WordClass.NEGATION) ? at + 1 : at;
        if (sentence.at(from).is("so") || sentence.at(from).is("for")) {
            from += sentence.at(from).is("for") ? 1 : 2;
        }
        var plain = Claim.of(frame, clause.weight() * CONTRASTED, at, at + 1);
        var claim = negated ? plain : negated(frame, plain);
        int end = new ClauseEnds(sentence).of(from);
        for (var phrase : scene.matcher().objects().list(from, end)) {
            boolean possession = isPossession(frame.relation());
            var relation = possession ? relationTo(claim.relation(), phrase, frame) : null;
            var fit = relation == null ? claim : claim.as(relation);
            var name = possession ? called(phrase) : name(frame, clause, phrase);
            if (frame.relation() != Relation.FROM && (relation != null || !possession)) {
                facts.claim(spanning(fit, clause, phrase), phrase, sentence, name);
            }
        }
    }

    private boolean isJoint(int at) {
        var token = sentence.at(at);
        return token.is(",")
                || token.is(WordClass.CONTRAST)
                || token.is("and")
                || token.is(WordClass.FILLER);
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
        if (place == null || clause.is(Aspect.NEGATED) || facts.names(place.name())) {
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
                        clause.is(Aspect.PAST) ? Temporal.PAST : Temporal.CURRENT,
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

    /**
     * "math, which I hate", "the band I love", "what I love is hiking", "a bank is where I work".
     */
    private boolean fronted(Clause clause) {
        var link = sentence.at(clause.start() - 1);
        if (link.is("where")) {
            return place(clause);
        }
        var frame = attitude(clause);
        if (frame == null) {
            return false;
        }
        int adverb = sentence.at(clause.verb().main() + 1).is("most") ? 2 : 1;
        int behind = behindToDo(clause.verb().main() + adverb);
        var claim = claim(frame, clause, new Match(List.of(), behind)).weakened(FRONTED);
        if (link.is("what") && sentence.at(behind).is(WordClass.BE)) {
            return claim(claim, clause, list(behind + 1, sentence.size()));
        }
        boolean ends = behind >= clause.end() || sentence.at(behind).tag().isBreak();
        if (!ends) {
            return false;
        }
        int be = clause.start() - 2;
        if ((link.is("what") || link.is("something")) && subjects.isBe(be)) {
            return claim(claim, clause, subjects.before(be));
        }
        return relative(claim, clause.start() - 1);
    }

    private int behindToDo(int behind) {
        if (sentence.at(behind).is("to") && sentence.at(behind + 1).is("do")) {
            return behind + 2;
        }
        return sentence.at(behind).is("doing") ? behind + 1 : behind;
    }

    private boolean relative(Claim claim, int before) {
        var link = sentence.at(before);
        int head = link.is("which") || link.is("that") ? before - 1 : before;
        head = sentence.at(head).tag() == Tag.COMMA && head < before ? head - 1 : head;
        return head >= 0
                && Antecedents.isThing(sentence.at(head))
                && facts.claim(claim, Antecedents.phrase(sentence, head), sentence);
    }

    private boolean claim(Claim claim, Clause clause, List<Phrase> phrases) {
        boolean any = false;
        for (var phrase : phrases) {
            any |= facts.claim(spanning(claim, clause, phrase), phrase, sentence);
        }
        return any;
    }

    private List<Phrase> list(int from, int end) {
        return scene.matcher().objects().list(from, end);
    }

    /** "Leeds is where I live", "the bank where I work". */
    private boolean place(Clause clause) {
        int where = clause.start() - 1;
        var named =
                subjects.isBe(where - 1)
                        ? subjects.before(where - 1)
                        : Antecedents.isThing(sentence.at(where - 1))
                                ? List.of(Antecedents.phrase(sentence, where - 1))
                                : List.<Phrase>of();
        if (named.isEmpty()) {
            return false;
        }
        for (var frame : scene.tables().frames().of(clause.verb().lemma())) {
            boolean located =
                    frame.relation() == Relation.LIVES_IN || frame.relation() == Relation.WORKS_AT;
            if (located && frame.fits(clause)) {
                var claim = claim(frame, clause, new Match(List.of(), clause.verb().main() + 1));
                return claim(claim, clause, named);
            }
        }
        return false;
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
