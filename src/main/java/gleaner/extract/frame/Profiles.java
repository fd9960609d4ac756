package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads how people sum themselves up, without a verb: "Anselm, 35, Leipzig", "24, Belo Horizonte,
 * frontend dev by day". At least two of the parts must be a name, an age, a place or an occupation.
 */
final class Profiles {
    private static final double CONFIDENCE = 0.85;
    private static final int LONGEST = 6;
    private static final int YOUNGEST = 13;

    private final Scene scene;
    private final Sentence sentence;

    Profiles(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
    }

    /** A part that says something. */
    private record Trait(Relation relation, Phrase phrase) {}

    void read() {
        if (!isListed()) {
            return;
        }
        int start = start();
        boolean self = start > 0 && sentence.at(start - 2).is(WordClass.SELF);
        var traits = new ArrayList<Trait>();
        int at = start;
        while (at < sentence.size()) {
            int end = partEnd(at);
            var trait = trait(at, end, start);
            if (sentence.at(at).tag() == Tag.VBZ || sentence.at(at).is(WordClass.BE)) {
                return;
            }
            boolean unknown = trait == null && traits.isEmpty() && !self;
            if (unknown || hasVerb(at, end)) {
                break;
            }
            if (trait != null && !has(traits, trait.relation())) {
                traits.add(trait);
            }
            at = end + 1;
        }
        boolean aged = self && has(traits, Relation.AGE);
        if ((traits.size() > 1 || isPost(traits) || aged) && scene.stated().get(start)) {
            traits.forEach(this::claim);
        }
    }

    /** "radiographer at Leeds General, just finished a late". */
    private boolean isPost(List<Trait> traits) {
        if (traits.size() != 1 || traits.getFirst().relation() != Relation.WORKS_AS) {
            return false;
        }
        int link = traits.getFirst().phrase().next();
        return sentence.at(link).is(WordClass.EMPLOYED_BY)
                && sentence.at(link + 1).tag() == Tag.NNP;
    }

    private static boolean has(List<Trait> traits, Relation relation) {
        return traits.stream().anyMatch(trait -> trait.relation() == relation);
    }

    /** The first comma stands close. */
    private boolean isListed() {
        for (int i = 1; i <= LONGEST; i++) {
            if (sentence.at(i).tag() == Tag.COMMA || sentence.at(i).tag() == Tag.SYM) {
                return true;
            }
        }
        return false;
    }

    /** Behind "about me:", or "hi all, I'm". */
    private int start() {
        int self = behindGreeting();
        boolean am = sentence.at(self + 1).is(WordClass.BE);
        if (sentence.at(self).is(WordClass.SELF) && am) {
            return self + 2;
        }
        for (int i = 0; i < Math.min(sentence.size(), LONGEST); i++) {
            if (sentence.at(i).is(":")) {
                return i + 1;
            }
        }
        return 0;
    }

    private int behindGreeting() {
        int at = 0;
        while (at < LONGEST
                && (sentence.at(at).is(WordClass.GREETING)
                        || sentence.at(at).tag() == Tag.UH
                        || sentence.at(at).tag() == Tag.EMOJI
                        || sentence.at(at).tag() == Tag.COMMA
                        || sentence.at(at).is(WordClass.ANYBODY)
                        || sentence.at(at).is(WordClass.FILLER))) {
            at++;
        }
        return at;
    }

    private int partEnd(int from) {
        int end = from;
        while (end < sentence.size()
                && !sentence.at(end).tag().isBreak()
                && !sentence.at(end).is(WordClass.CONJUNCTION)) {
            end++;
        }
        return end;
    }

    private @Nullable Trait trait(int from, int end, int start) {
        if (from >= end || end - from > LONGEST || hasVerb(from, end)) {
            return null;
        }
        var token = sentence.at(from);
        if (token.tag() == Tag.CD
                || scene.tables().numberWords().value(token.lower()).isPresent()) {
            return only(
                    Relation.AGE,
                    new Numbers(sentence, scene.tables().numberWords()).age(from, end));
        }
        var words = Slots.thing(sentence, from, end, true);
        var name = words.name().toLowerCase(Locale.ROOT);
        boolean first = from == start && scene.tables().typer().isFirstName(token.lower());
        if (scene.tables().typer().isPlace(name) && !first) {
            return new Trait(Relation.LIVES_IN, words);
        }
        if (end - from == 1 && (from <= 1 || from == start) && isName(token)) {
            return new Trait(Relation.IS_NAMED, words);
        }
        var country = scene.tables().typer().country(token.lower());
        if (end - from == 1 && country != null) {
            return new Trait(Relation.FROM, scene.matcher().name(from, end).named(country));
        }
        var slot = new Part.Slot(Part.Content.OCCUPATION);
        var work = scene.matcher().matchAt(List.of(slot), from, end);
        return work == null ? null : only(Relation.WORKS_AS, work.phrases());
    }

    private boolean hasVerb(int from, int end) {
        for (int i = from; i < end; i++) {
            var token = sentence.at(i);
            boolean verb = token.tag().isVerb() && !token.word().can(Forms.NOUN);
            if (verb || token.is(WordClass.SELF) || token.is(WordClass.OTHERS) || token.quoted()) {
                return true;
            }
        }
        return false;
    }

    private boolean isName(Token token) {
        boolean unknown = token.word().forms() == 0 && !token.word().closed();
        return token.isCapitalised()
                && (unknown || scene.tables().typer().isFirstName(token.lower()));
    }

    private static @Nullable Trait only(Relation relation, List<Phrase> phrases) {
        return phrases.size() == 1 && !phrases.getFirst().is(Form.PRONOUN)
                ? new Trait(relation, phrases.getFirst())
                : null;
    }

    private static boolean isYoung(Trait trait) {
        return trait.relation() == Relation.AGE
                && Integer.parseInt(trait.phrase().name()) < YOUNGEST;
    }

    private void claim(Trait trait) {
        if (isYoung(trait) || scene.facts().names(trait.phrase().name())) {
            return;
        }
        var claim =
                new Claim(
                        trait.relation(),
                        false,
                        Temporal.CURRENT,
                        CONFIDENCE,
                        CONFIDENCE,
                        true,
                        List.<Kind>of(),
                        false,
                        trait.phrase().start(),
                        trait.phrase().end(),
                        "profile");
        scene.facts().claim(claim, trait.phrase(), sentence);
        if (trait.relation() == Relation.WORKS_AS) {
            new Employers(scene)
                    .behind(trait.phrase().next(), sentence.size(), CONFIDENCE, Temporal.CURRENT);
        }
    }
}
