package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Word;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads relatives, pets, cars and illnesses that are only mentioned: "my wife says". */
final class Mentions {
    static final double IN_PASSING = 0.78;
    private static final double NAMED = 0.88;
    private static final double STRENGTH = 0.7;

    private final Scene scene;
    private final Sentence sentence;
    private final Naming naming;
    private final Relatives relatives;

    Mentions(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.naming = new Naming(sentence, scene.tables().typer());
        this.relatives = new Relatives(sentence, scene.tables());
    }

    /** "my dogs and two cats": what follows is the user's too. */
    void company(int my, Phrase first, double weight) {
        int at = first.next();
        while (sentence.at(at).is(KeyWord.AND) || sentence.at(at).is(",")) {
            var next = scene.matcher().objects().nounPhrases().read(at + 1, sentence.size());
            boolean own = sentence.at(at + 1).tag() != Tag.PRPS;
            if (next == null || !own || !relatives.isSomebody(lastCommon(next))) {
                return;
            }
            mention(my, next, lastCommon(next), -1, weight);
            at = next.next();
        }
    }

    /** The head of the phrase, before the name that may follow it. */
    int lastCommon(Phrase phrase) {
        int last = phrase.end() - 1;
        for (int i = phrase.start(); i < phrase.end(); i++) {
            if (i > phrase.start() && sentence.at(i).is(KeyWord.OF)) {
                return i - 1;
            }
        }
        for (int i = phrase.start(); i < last; i++) {
            boolean noun = sentence.at(i).isNoun();
            if (noun && relatives.isSomebody(i) && (isVerbBehind(i + 1) || isNameBehind(i + 1))) {
                return i;
            }
        }
        while (last > phrase.start() && naming.isName(last, false)) {
            last--;
        }
        return last;
    }

    /** "my cat likes": what looks like a plural is the verb. */
    private boolean isVerbBehind(int i) {
        var token = sentence.at(i);
        return token.word().can(Word.Forms.THIRD)
                && token.tag() == Tag.NNS
                && !relatives.isSomebody(i);
    }

    /** "my cat jasper jumps", "my son owen with": a name in small letters. */
    private boolean isNameBehind(int i) {
        var next = sentence.at(i + 1);
        boolean noun = next.isNoun() && !isVerbBehind(i + 1);
        return naming.isName(i, false)
                || isUnknown(i)
                || (scene.tables().typer().isFirstName(sentence.at(i).lower())
                        && !noun
                        && !scene.tables().typer().isKnown(sentence.at(i).lower()));
    }

    private boolean isUnknown(int i) {
        var word = sentence.at(i).word();
        return sentence.at(i).isNoun() && word.forms() == 0 && !word.closed();
    }

    /** Somebody, a pet, a car or an illness that is only mentioned. */
    void mention(int my, Phrase phrase, int head, int owner, double weight) {
        var relation = relation(phrase, head);
        if (relation == null && isOwnChild(my, head)) {
            relation = Relation.HAS_CHILD;
        }
        if (relation == null) {
            return;
        }
        var names = owner >= 0 ? naming.behindOwner(owner) : names(phrase, head);
        var noun = relatives.called(phrase, head);
        var temporal = isGone(phrase, head) ? Temporal.PAST : Temporal.CURRENT;
        if (names.isEmpty()) {
            claim(relation, noun, my, phrase, IN_PASSING * weight, false, temporal);
        }
        for (var name : names) {
            var full = relation == Relation.HAS_PET ? noun + " " + name : name;
            claim(relation, full, my, phrase, NAMED * weight, true, temporal);
        }
    }

    /** Claims the relation of a thing or person under this name. */
    void claim(
            Relation relation,
            String name,
            int my,
            Phrase phrase,
            double confidence,
            boolean explicit,
            Temporal temporal) {
        scene.facts()
                .claim(
                        new Claim(
                                relation,
                                false,
                                temporal,
                                confidence,
                                STRENGTH,
                                explicit,
                                List.of(),
                                false,
                                my,
                                Math.max(phrase.end(), phrase.next()),
                                "my-" + relation.wireName()),
                        new Phrase(
                                Form.THING,
                                phrase.start(),
                                phrase.end(),
                                phrase.next(),
                                name,
                                false,
                                "",
                                List.of()),
                        sentence,
                        name);
    }

    private @Nullable Relation relation(Phrase phrase, int head) {
        var noun = sentence.at(head).noun();
        boolean inLaw =
                sentence.at(head + 1).is(KeyWord.IN)
                        && !scene.tables().typer().isPlace(sentence.at(head + 2).lower());
        if (inLaw || isUnreal(phrase, head)) {
            return null;
        }
        if (relatives.isCalledPet(phrase)) {
            return Relation.HAS_PET;
        }
        var tie = relatives.tie(head);
        if (tie != null) {
            boolean qualified = sentence.at(head).is(KeyWord.PARTNER) && head > phrase.start();
            boolean young =
                    sentence.at(phrase.start()).is(WordClass.YOUNG) && head > phrase.start();
            return (tie.passing() || young) && !qualified ? tie.relation() : null;
        }
        return switch (kind(phrase, head)) {
            case PET -> Relation.HAS_PET;
            case VEHICLE -> Relation.OWNS;
            case HOME -> Relation.HAS;
            case THING ->
                    scene.tables().typer().isKnown(noun) || isModel(phrase, head)
                            ? Relation.OWNS
                            : null;
            case LANGUAGE -> phrase.end() - phrase.start() == 1 ? Relation.SPEAKS : null;
            case CONDITION -> sentence.at(head).tag() == Tag.NNS ? null : Relation.HAS;
            default -> null;
        };
    }

    /** What the phrase is; of "dyson v8" and "iphone 12" what stands before the model. */
    private Kind kind(Phrase phrase, int head) {
        var name = relatives.called(phrase, head).toLowerCase(Locale.ROOT);
        var make = isModel(phrase, head) ? name.substring(0, name.lastIndexOf(' ')) : name;
        return scene.tables().typer().of(make, List.of(Kind.PET, Kind.VEHICLE));
    }

    /** "v8", "12" behind a make that the pack knows. */
    private boolean isModel(Phrase phrase, int head) {
        var model = sentence.at(head).text();
        return head > phrase.start()
                && model.chars().anyMatch(Character::isDigit)
                && scene.tables().typer().isKnown(sentence.at(head - 1).lower());
    }

    /** "my two girls", "our boy": more than "my girl" says. */
    private boolean isOwnChild(int my, int head) {
        var tie = relatives.tie(head);
        boolean counted = sentence.at(head - 1).tag() == Tag.CD;
        boolean ours = sentence.at(my).is(WordClass.OUR) && sentence.at(head).tag() == Tag.NN;
        return tie != null && tie.relation() == Relation.HAS_CHILD && (counted || ours);
    }

    /** "my future wife", "my business partner", "my dream car", "my nans cat". */
    private boolean isUnreal(Phrase phrase, int head) {
        for (int i = phrase.start(); i < head; i++) {
            var token = sentence.at(i);
            boolean anothers = token.tag() == Tag.NNS && relatives.tie(i) != null;
            if (token.is(WordClass.NOT_ONES_OWN) || anothers) {
                return true;
            }
        }
        return false;
    }

    private boolean isGone(Phrase phrase, int head) {
        for (int i = phrase.start(); i < head; i++) {
            if (sentence.at(i).is(KeyWord.LATE)) {
                return true;
            }
        }
        for (int i = phrase.end(); i < Math.min(sentence.size(), phrase.end() + 5); i++) {
            var token = sentence.at(i);
            if (token.is(KeyWord.DIED)
                    || (token.is(KeyWord.PASSED) && sentence.at(i + 1).is(KeyWord.AWAY))) {
                return isPet(head);
            }
        }
        return false;
    }

    private boolean isPet(int head) {
        return scene.tables().kin().of(sentence.at(head).noun()) == null;
    }

    /** Names inside the phrase, as in "my wife Anna", or behind it. */
    private List<String> names(Phrase phrase, int head) {
        if (isVerbBehind(head + 1)) {
            return List.of();
        }
        if (head + 1 < phrase.end() && !sentence.at(head + 1).is(KeyWord.OF)) {
            var within = naming.names(head + 1, false);
            return within.isEmpty() && isNameBehind(head + 1)
                    ? List.of(sentence.at(head + 1).text())
                    : within;
        }
        var names = naming.behind(head + 1);
        return names.isEmpty() && naming.isCopula(head + 1) ? naming.names(head + 2, false) : names;
    }
}
