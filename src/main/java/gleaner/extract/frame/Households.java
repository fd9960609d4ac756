package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads who lives with one, counted up without a verb: "three lads and a whippet in a terrace",
 * "one boy, one goldfish". Of two things at least one must be a relative of one's own or a pet.
 */
final class Households {
    private static final double CONFIDENCE = 0.88;

    private final Scene scene;
    private final Sentence sentence;
    private final Relatives relatives;

    Households(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.relatives = new Relatives(sentence, scene.tables());
    }

    void read() {
        for (int i = 0; i < sentence.size(); i++) {
            if (scene.stated().get(i) && startsCount(i)) {
                var counted = counted(i);
                boolean mine = sentence.at(0).is(WordClass.ME);
                if (counted.size() > 1 && (mine || !isSubject(counted.getLast().next()))) {
                    boolean kept = counted.stream().filter(this::isAnimal).count() > 1;
                    counted.forEach(phrase -> claim(phrase, kept));
                    return;
                }
            }
        }
    }

    /** A number or an article at the start, behind a comma, "it's" or "me". */
    private boolean startsCount(int i) {
        var before = sentence.at(i - 1);
        boolean open =
                i == 0
                        || before.tag() == Tag.COMMA
                        || before.tag() == Tag.SYM
                        || before.tag() == Tag.UH
                        || before.is(WordClass.GREETING)
                        || (before.is(WordClass.BE) && sentence.at(i - 2).is(KeyWord.IT));
        return open && (isCount(sentence.at(i)) || isSpouse(i)) && isAlone(i);
    }

    /** "wife, two teenagers": whom one speaks of without a word before. */
    private boolean isSpouse(int i) {
        boolean joined =
                sentence.at(i + 1).tag() == Tag.COMMA
                        || sentence.at(i + 1).is(WordClass.CONJUNCTION);
        return scene.tables().kin().isBare(sentence.at(i).lower()) && joined;
    }

    private static boolean isCount(Token token) {
        return token.tag() == Tag.CD
                || token.is(KeyWord.A)
                || token.is(KeyWord.AN)
                || token.is(KeyWord.NO)
                || token.is(KeyWord.ZERO);
    }

    /** Nobody else and no verb but "it's" stands before it. */
    private boolean isAlone(int until) {
        for (int i = 0; i < until; i++) {
            var token = sentence.at(i);
            boolean other = token.is(WordClass.OTHERS) || token.is(WordClass.YOU);
            boolean verb = token.tag().isFinite() && !token.is(WordClass.BE);
            if (other || verb) {
                return false;
            }
        }
        return true;
    }

    /** The things that are counted up from here. */
    private List<Phrase> counted(int start) {
        var counted = new ArrayList<Phrase>();
        int at = start;
        while (at < sentence.size()
                && (isCount(sentence.at(at)) || (at == start && isSpouse(at)))) {
            var phrase = scene.matcher().objects().nounPhrases().read(at, sentence.size());
            if (phrase == null) {
                break;
            }
            counted.add(phrase);
            at = behindJoint(phrase.next());
        }
        return counted;
    }

    private int behindJoint(int from) {
        int at = from;
        while (sentence.at(at).tag() == Tag.COMMA || sentence.at(at).is(WordClass.CONJUNCTION)) {
            at++;
        }
        return at > from ? at : sentence.size();
    }

    /** "two kids and a dog walk in". */
    private boolean isSubject(int at) {
        for (int i = at; i < sentence.size(); i++) {
            var token = sentence.at(i);
            boolean told = token.is(KeyWord.THAT) || token.is(WordClass.WH);
            if (told
                    || token.tag().isBreak()
                    || token.is(WordClass.CONTRAST)
                    || token.is(KeyWord.SO)) {
                return false;
            }
            if (token.is(WordClass.SELF) || token.is(WordClass.SELVES)) {
                return false;
            }
            boolean verb = token.isVerb() && (i == at || !token.word().can(Forms.NOUN));
            if (verb || token.is(WordClass.OTHERS) || token.tag() == Tag.MD) {
                return true;
            }
        }
        return false;
    }

    /** "4 chickens, 2 ducks and a goose": whoever counts several of them keeps them. */
    private boolean isAnimal(Phrase phrase) {
        var name = relatives.called(phrase, relatives.headOf(phrase));
        return scene.tables().typer().canBe(name, List.of(Kind.PET, Kind.ANIMAL));
    }

    private void claim(Phrase phrase, boolean kept) {
        int head = relatives.headOf(phrase);
        var relation = relation(phrase, head);
        if (relation == null && kept && isAnimal(phrase)) {
            relation = Relation.HAS_PET;
        }
        if (relation == null) {
            return;
        }
        var claim =
                new Claim(
                        relation,
                        phrase.none(),
                        Temporal.CURRENT,
                        CONFIDENCE,
                        CONFIDENCE,
                        true,
                        List.of(),
                        false,
                        phrase.start(),
                        phrase.end(),
                        "household");
        scene.facts().claim(claim, phrase, sentence, relatives.called(phrase, head));
    }

    private @Nullable Relation relation(Phrase phrase, int head) {
        var tie = relatives.tie(head);
        if (tie != null) {
            var relation = tie.relation();
            return relation != null && Having.isPersonal(relation) ? relation : null;
        }
        var name = relatives.called(phrase, head);
        return scene.tables().typer().of(name, List.of(Kind.PET)) == Kind.PET
                ? Relation.HAS_PET
                : null;
    }
}
