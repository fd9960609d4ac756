package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.memory.Entity;
import gleaner.memory.Relation;
import gleaner.memory.Relation.Cardinality;
import gleaner.memory.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what a sentence of an answer names: "a nurse", "two cats, Tom and Jerry", "it's ramen". */
final class Named {
    private static final double INSTEAD = 0.75;

    /** How many words may stand before a name that answers. */
    private static final int FURTHEST = 4;

    /**
     * Of these one has only one that answers: what follows in the answer is about something else.
     */
    private static final Set<Relation> ONE =
            Set.of(Relation.WORKS_AS, Relation.WORKS_AT, Relation.STUDIED_AT, Relation.FROM);

    /** Of these the kind says whether a later sentence still answers. */
    private static final Set<Relation> OF_ANY_KIND =
            Set.of(Relation.DOES, Relation.PLAYS, Relation.NEEDS, Relation.WANTS);

    private final Scene scene;
    private final Sentence sentence;
    private final FactTables tables;

    Named(Scene scene, FactTables tables) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.tables = tables;
    }

    /**
     * Claims what the first of the frames that fits makes of the answer.
     *
     * @param further whether more than one sentence answers: a later one must name the kind asked
     */
    boolean claim(List<Frame> frames, int from, boolean further) {
        for (var frame : frames) {
            if (further && isOther(frame, from)) {
                return false;
            }
            if (claim(frame, from)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOther(Frame frame, int from) {
        if (!frame.relation().isAttitude() && !OF_ANY_KIND.contains(frame.relation())) {
            return false;
        }
        int start = LeadIn.behind(sentence, from);
        var match = scene.matcher().matchAt(frame.complement(), start, sentence.size());
        var before = sentence.at(start - 1);
        boolean aside = start > 0 && before.tag() == Tag.IN && !before.is(WordClass.EXCEPTION);
        return aside || (match != null && !frame.kinds().isEmpty() && !names(match, frame));
    }

    private boolean names(Match match, Frame frame) {
        return match.phrases().stream()
                .anyMatch(phrase ->
                        phrase.is(Form.ACTIVITY)
                                || tables.typer()
                                        .canBe(
                                                phrase.name().toLowerCase(Locale.ROOT),
                                                frame.kinds()));
    }

    private boolean claim(Frame frame, int from) {
        boolean several =
                frame.relation().cardinality() != Cardinality.ONE
                        && !ONE.contains(frame.relation());
        boolean claimed = false;
        int start = LeadIn.behind(sentence, from);
        int at = start;
        while (at < sentence.size()) {
            var match = scene.matcher().matchAt(frame.complement(), at, sentence.size());
            if (match != null
                    && (at == start || isPart(at))
                    && isOwn(match, at, at == start, frame.relation())) {
                var claim = Claim.of(frame, 1, 0, match.end());
                for (var phrase : match.phrases()) {
                    claimed |= claim(claim, phrase);
                }
                if (claimed && frame.relation() == Relation.WORKS_AS) {
                    new Employers(scene).behind(match.end(), sentence.size(), 1, Temporal.CURRENT);
                }
            }
            int next = nextPart(match == null ? at : match.end());
            if ((claimed && !several) || next < 0) {
                break;
            }
            at = LeadIn.behind(sentence, next);
        }
        return claimed;
    }

    /** A further thing, not when or what came of it: "every break", "reached level 12". */
    private boolean isPart(int at) {
        var token = sentence.at(at);
        return !token.is(KeyWord.EVERY) && token.tag() != Tag.VBD && token.tag() != Tag.VBN;
    }

    /** Whether the answer says this of its own: at its beginning, or as one thing more. */
    private boolean isOwn(Match match, int at, boolean leading, Relation relation) {
        var behind = sentence.at(match.end());
        boolean refused = behind.is(WordClass.NEGATIVE) && !sentence.at(match.end() + 1).isNoun();
        return !isSubject(match.end())
                && !refused
                && (behind.tag() != Tag.TO || match.phrases().size() > 1)
                && ((leading && scene.previous() == null)
                        || (!isPassing(match, at, relation)
                                && !sentence.at(match.end()).is(WordClass.INTENSIFIER)));
    }

    /** Behind the next comma or "and"; -1 where the clause has a verb of its own before it. */
    private int nextPart(int from) {
        for (int i = from; i < sentence.size(); i++) {
            var token = sentence.at(i);
            if (token.tag().isFinite() || token.is(WordClass.NOMINATIVE)) {
                return -1;
            }
            if (token.tag() == Tag.COMMA
                    || token.is(WordClass.CONJUNCTION)
                    || token.is(WordClass.CONTRAST)) {
                return i + 1;
            }
        }
        return -1;
    }

    /** "no contest", "up there", "3 years": said in passing. */
    private boolean isPassing(Match match, int at, Relation relation) {
        return match.phrases().getFirst().start() > at + FURTHEST
                || match.phrases().stream()
                        .anyMatch(phrase ->
                                (phrase.none() && relation != Relation.AVOIDS)
                                        || phrase.is(Form.PRONOUN)
                                        || sentence.at(phrase.end() - 1).is(WordClass.TIME_NOUN));
    }

    /** The same is so of what is named here: "Potsdam" for Berlin, "rats" for dogs. */
    boolean claimInstead(Relation relation, Entity assumed, int from) {
        int at = LeadIn.behind(sentence, from);
        var phrase = scene.matcher().objects().one(at, sentence.size(), false);
        if (phrase == null
                || phrase.none()
                || phrase.is(Form.PRONOUN)
                || phrase.end() > at + FURTHEST + 1
                || isSubject(phrase.next())
                || !isAlike(phrase, relation, assumed)) {
            return false;
        }
        var claim = Claim.stated(relation, INSTEAD, 0.7, 0, phrase.end(), "answer:instead");
        return claim(claim, phrase);
    }

    /** Of one kind, or a name where a name is. */
    private boolean isAlike(Phrase phrase, Relation relation, Entity assumed) {
        var expected = tables.expected(relation);
        var kind = tables.typer().of(phrase.name().toLowerCase(Locale.ROOT), expected);
        var before = tables.typer().of(assumed.key(), expected);
        boolean names =
                Character.isUpperCase(assumed.name().charAt(0))
                        && sentence.at(phrase.end() - 1).isCapitalised();
        boolean unheard = sentence.at(phrase.end() - 1).word().forms() == 0;
        return names
                || (unheard && tables.fixed().containsKey(relation))
                || (kind == before && kind != Kind.OTHER && kind != Kind.THING);
    }

    private boolean claim(Claim claim, Phrase phrase) {
        if (!Having.isPersonal(claim.relation())) {
            boolean left = phrase.none() && claim.relation() != Relation.AVOIDS;
            return !left && scene.facts().claim(claim, phrase, sentence);
        }
        if (phrase.none()) {
            return scene.facts().claim(claim.deniedIf(true), phrase, sentence);
        }
        var relatives = new Relatives(sentence, tables);
        var called = relatives.called(phrase, relatives.headOf(phrase));
        var names = new Naming(sentence, tables.typer()).behind(phrase.next());
        if (names.isEmpty()) {
            var name =
                    tables.typer().isFirstName(phrase.name().toLowerCase(Locale.ROOT))
                            ? phrase.name()
                            : called;
            return scene.facts().claim(claim, phrase, sentence, name);
        }
        boolean claimed = false;
        for (var name : names) {
            var full = claim.relation() == Relation.HAS_PET ? called + " " + name : name;
            claimed |= scene.facts().claim(claim, phrase, sentence, full);
        }
        return claimed;
    }

    private boolean isSubject(int at) {
        Token token = sentence.at(at);
        return token.tag().isFinite() || (token.is(WordClass.BE) && token.isVerb());
    }
}
