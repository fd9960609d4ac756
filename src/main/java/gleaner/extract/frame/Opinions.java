package gleaner.extract.frame;

import gleaner.extract.clause.VerbGroup;
import gleaner.extract.frame.OpinionTable.Opinion;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is said of a thing at the head of a clause: "jazz is my jam", "tea yes, coffee no".
 */
final class Opinions {
    private static final double STRENGTH = 0.75;

    /** How late in its sentence a pronoun may stand for something of the sentence before. */
    private static final int LATEST = 3;

    /** What people have tastes about. */
    private static final Set<Kind> TASTE =
            Set.of(
                    Kind.FOOD,
                    Kind.MEDIA,
                    Kind.HOBBY,
                    Kind.INSTRUMENT,
                    Kind.TOPIC,
                    Kind.ACTIVITY,
                    Kind.ANIMAL,
                    Kind.PET);

    private final Scene scene;
    private final Sentence sentence;
    private final Verdicts verdicts;

    Opinions(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.verdicts = new Verdicts(scene);
    }

    void read() {
        if (sentence.question()) {
            return;
        }
        for (int i = 0; i < sentence.size(); i++) {
            if (startsClause(i) && scene.stated().get(i)) {
                read(i);
            } else if (isPronoun(i) && scene.stated().get(i)) {
                ofNamedBefore(i);
            }
        }
        verdicts.ofThingBefore();
    }

    private boolean isPronoun(int i) {
        var token = sentence.at(i);
        return (token.is(KeyWord.IT) || token.is(KeyWord.THEY))
                && sentence.at(i + 1).is(WordClass.BE);
    }

    /** "..., it's the highlight of my week": only what the speaker says of themselves with it. */
    private void ofNamedBefore(int pronoun) {
        boolean many = sentence.at(pronoun).is(KeyWord.THEY);
        var before = scene.previous();
        var thing = Antecedents.before(sentence, pronoun, many);
        boolean here = thing != null;
        if (thing == null && before != null && pronoun <= LATEST) {
            thing = Antecedents.before(before, before.size(), many);
        }
        if (thing == null || (!here && before != null && before.question())) {
            return;
        }
        var opinion = opinion(pronoun + 1, false, List.of(thing));
        if (opinion != null && !opinion.taste()) {
            var named = scene.matcher().name(pronoun, pronoun + 1).named(thing.name());
            claim(opinion, List.of(named), pronoun + 1, false);
        }
    }

    private boolean startsClause(int i) {
        var first = sentence.at(i);
        if (first.tag() == Tag.PRP
                || first.tag() == Tag.PRPS
                || first.tag().isBreak()
                || first.tag().isFinite()) {
            return false;
        }
        var before = sentence.at(i - 1);
        return i == 0
                || before.tag().isBreak()
                || before.tag() == Tag.UH
                || before.is(WordClass.CONJUNCTION)
                || before.is(WordClass.CONTRAST)
                || (before.is(WordClass.FILLER) && i == 1);
    }

    private void read(int start) {
        var things = scene.matcher().objects().list(start, sentence.size());
        if (things.isEmpty() || isSomebodys(start, things.getFirst())) {
            return;
        }
        if (verdicts.read(things) || readVerbless(things)) {
            return;
        }
        int at = things.getLast().next();
        boolean negated = false;
        while (isBetween(sentence.at(at))) {
            negated |= isDenial(sentence.at(at));
            at++;
        }
        var opinion = opinion(at, negated, things);
        if (opinion != null) {
            claim(opinion, things, at, negated);
        }
    }

    /** "tea over coffee", "vinyl or nothing": on all of the things, or on the first of them. */
    private boolean readVerbless(List<Phrase> listed) {
        for (int n = listed.size(); n > 0; n--) {
            var things = listed.subList(0, n);
            int at = things.getLast().next();
            var opinion = opinion(sentence.at(at).lower(), at, false, things);
            if (opinion != null && !sentence.at(at).isVerb()) {
                claim(opinion, things, at, false);
                return true;
            }
        }
        return false;
    }

    private boolean isSomebodys(int start, Phrase thing) {
        for (int i = start; i < thing.end(); i++) {
            var tag = sentence.at(i).tag();
            if (tag == Tag.PRPS || tag == Tag.POS || sentence.at(i).is(WordClass.TEXT_NOUN)) {
                return true;
            }
        }
        var determiner = sentence.at(thing.start() - 1);
        return thing.is(Form.PRONOUN) || determiner.is(KeyWord.THIS) || determiner.is(KeyWord.THAT);
    }

    private static boolean isBetween(Token token) {
        return token.is(":")
                || (token.is(WordClass.DO) && !token.is(KeyWord.DO))
                || token.is(WordClass.NEGATION)
                || (token.tag() == Tag.RB && !token.is(WordClass.AFFIRMATIVE))
                || token.is(WordClass.FILLER);
    }

    private static boolean isDenial(Token token) {
        return token.is(WordClass.NEGATION);
    }

    private @Nullable Opinion opinion(int at, boolean negated, List<Phrase> things) {
        var verb = sentence.at(at);
        var word = verb.is(WordClass.BE) ? VerbGroup.BE : verb.lower();
        var found = opinion(word, at, negated, things);
        return found == null && verb.tag().isVerb() && !verb.is(WordClass.BE)
                ? opinion(verb.verb(), at, negated, things)
                : found;
    }

    private @Nullable Opinion opinion(String word, int at, boolean negated, List<Phrase> things) {
        int behind = behindNegation(at + 1);
        boolean turned = negated || behind > at + 1;
        for (var opinion : scene.tables().opinions().startingWith(word)) {
            if (turned && !negated && says(opinion, at, things)) {
                return opinion;
            }
            boolean says =
                    (turned ? opinion.negated() : opinion.relation()) != null
                            && things.stream().anyMatch(thing -> isOf(opinion, thing, scene));
            if (says && scene.matcher().matchAt(opinion.complement(), behind, size()) != null) {
                return opinion;
            }
        }
        return null;
    }

    /** The saying itself has the negation: "absolutely not". */
    private boolean says(Opinion opinion, int at, List<Phrase> things) {
        return opinion.relation() != null
                && things.stream().anyMatch(thing -> isOf(opinion, thing, scene))
                && scene.matcher().matchAt(opinion.complement(), at + 1, size()) != null;
    }

    private int size() {
        return sentence.size();
    }

    private int behindNegation(int at) {
        int behind = scene.matcher().objects().skipAdverbs(at, size());
        return sentence.at(behind).is(WordClass.NEGATION) ? behind + 1 : at;
    }

    private void claim(Opinion opinion, List<Phrase> things, int at, boolean negated) {
        boolean turned = negated || (behindNegation(at + 1) > at + 1 && !says(opinion, at, things));
        var relation = turned ? opinion.negated() : opinion.relation();
        for (var thing : things) {
            if (relation != null && isOf(opinion, thing, scene)) {
                scene.facts().claim(claim(opinion, relation, thing, at + 1), thing, sentence);
            }
        }
    }

    static Claim claim(Opinion opinion, Relation relation, Phrase thing, int to) {
        return new Claim(
                relation,
                false,
                Temporal.CURRENT,
                opinion.confidence(),
                STRENGTH,
                !opinion.taste(),
                List.of(),
                false,
                thing.start(),
                to,
                opinion.id());
    }

    /** Whether this can be said of the thing. */
    static boolean isOf(Opinion opinion, Phrase thing, Scene scene) {
        var name = thing.name().toLowerCase(Locale.ROOT);
        return !opinion.taste()
                || thing.is(Form.ACTIVITY)
                || TASTE.contains(scene.tables().typer().of(name, List.copyOf(TASTE)));
    }
}
