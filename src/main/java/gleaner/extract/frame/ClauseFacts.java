package gleaner.extract.frame;

import gleaner.extract.clause.Aspect;
import gleaner.extract.clause.Clause;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the facts that the user's own clauses state. */
final class ClauseFacts {
    private static final double BY_PRONOUN = 0.65;

    private final Scene scene;
    private final Sentence sentence;
    private final Facts facts;
    private final Having having;
    private final Contrast contrast;
    private final Fronted fronted;
    private final Topics topics;
    private final Employers employers;

    ClauseFacts(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.facts = scene.facts();
        this.having = new Having(scene);
        this.contrast = new Contrast(scene, having);
        this.fronted = new Fronted(scene);
        this.topics = new Topics(scene);
        this.employers = new Employers(scene);
    }

    /** Reads a clause; false where it states nothing that the frames know. */
    boolean read(Clause clause) {
        if (clause.is(Aspect.RATHER)) {
            return new Rather(scene).read(clause);
        }
        boolean any = false;
        for (var frame : scene.tables().frames().of(clause.verb().lemma())) {
            if (!frame.isWordedIn(scene.words())
                    || !frame.fits(clause)
                    || Qualifier.isPassing(frame, clause)
                    || Qualifier.isPastDenial(frame, clause)) {
                continue;
            }
            var match = scene.matcher().match(frame, clause);
            if (match == null) {
                continue;
            }
            if (!frame.onlyKinds()) {
                contrast.read(frame, clause, match);
            }
            if (state(frame, clause, match)) {
                any = true;
                if (frame.onlyKinds()) {
                    contrast.read(frame, clause, match);
                }
                if (frame.is(Option.EMPLOYER) && !clause.is(Aspect.NEGATED)) {
                    employers.behind(match.end(), clause.end(), clause.weight(), time(clause));
                }
                if (!frame.is(Option.ALSO)) {
                    return true;
                }
            }
        }
        return any || fronted.read(clause) || topics.read(clause);
    }

    private boolean state(Frame frame, Clause clause, Match match) {
        if (frame.relation() == Relation.LIVES_IN || frame.relation() == Relation.FROM) {
            var wider = wider(clause, match);
            if (wider != null) {
                return facts.claim(Claims.of(frame, clause, match.end()), wider, sentence);
            }
        }
        boolean any = false;
        var claim = Claims.turnedSince(clause, Claims.of(frame, clause, match.end()));
        if (frame.relation() == Relation.AGE && claim.temporal() == Temporal.PAST) {
            return true;
        }
        Relation inherited = null;
        for (var phrase : match.phrases()) {
            if (frame.is(Option.FIRST) && any) {
                break;
            }
            boolean exaggerated = Exaggeration.isMeant(clause, frame.relation());
            if (exaggerated
                    || isAside(frame, match, phrase)
                    || (frame.is(Option.GENERIC) && !isGeneric(phrase))) {
                continue;
            }
            var turned = phrase.none() ? Claims.negated(frame, claim) : claim;
            if (phrase.is(Form.PRONOUN)) {
                any |= byPronoun(turned, phrase);
            } else if (Having.isPossession(frame.relation())) {
                var relation = having.claim(turned, phrase, frame, inherited);
                inherited = relation == null ? inherited : relation;
                any |= relation != null;
            } else {
                any |=
                        facts.claim(
                                turned,
                                phrase,
                                sentence,
                                Claims.name(scene.tables().lexicon(), frame, clause, phrase));
            }
        }
        if (any && inherited != null && Having.isPersonal(inherited)) {
            var last = match.phrases().getLast();
            having.further(claim, last, frame, clause.end());
        }
        return any;
    }

    /** "I work at a bank, vegan for years": behind the comma something else is said. */
    private boolean isAside(Frame frame, Match match, Phrase phrase) {
        boolean single =
                switch (frame.relation()) {
                    case LIVES_IN, FROM, WORKS_AT, STUDIED_AT -> true;
                    default -> false;
                };
        boolean first = phrase.equals(match.phrases().getFirst());
        int before = phrase.start() - 1;
        while (before > 0 && sentence.at(before).tag() == Tag.DT) {
            before--;
        }
        boolean comma = sentence.at(before).tag() == Tag.COMMA;
        return single && !first && comma && sentence.at(phrase.end() - 1).tag() != Tag.NNP;
    }

    private boolean isGeneric(Phrase phrase) {
        var before = sentence.at(phrase.start() - 1);
        boolean determined =
                before.tag() == Tag.DT || before.tag() == Tag.PRPS || before.tag() == Tag.CD;
        return !determined || before.is(WordClass.QUANTITY);
    }

    /** "a small town in Russia" places somebody in Russia. */
    private @Nullable Phrase wider(Clause clause, Match match) {
        var typer = scene.tables().typer();
        var first = match.phrases().getFirst();
        int in = first.next();
        boolean within =
                sentence.at(in).is(KeyWord.IN)
                        || sentence.at(in).is(KeyWord.NEAR)
                        || sentence.at(in).is(KeyWord.OUTSIDE)
                        || sentence.at(in).is(KeyWord.OF);
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
        var said = sentence.at(pronoun.start());
        boolean many = said.is(KeyWord.THEM);
        if (previous == null || !(many || said.is(KeyWord.IT))) {
            return false;
        }
        var before = Antecedents.before(previous, previous.size(), many);
        return before != null
                && facts.claim(claim.weakened(BY_PRONOUN), before, sentence, before.name());
    }

    /** "I'm a paramedic and I love it" is not about a paramedic. */
    private boolean isOccupation(Phrase phrase) {
        var kind = scene.tables().typer().of(phrase.name().toLowerCase(Locale.ROOT), List.of());
        return kind == Kind.OCCUPATION || kind == Kind.PERSON;
    }

    private static Temporal time(Clause clause) {
        return clause.is(Aspect.PAST) ? Temporal.PAST : Temporal.CURRENT;
    }
}
