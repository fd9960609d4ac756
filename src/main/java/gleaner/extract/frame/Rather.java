package gleaner.extract.frame;

import gleaner.extract.clause.Aspect;
import gleaner.extract.clause.Clause;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;
import gleaner.memory.Relation;

/**
 * Reads "I'd rather cycle than drive", and "I'd rather die than sing", which is not about dying.
 */
final class Rather {
    private static final double CONFIDENCE = 0.75;

    private final Scene scene;
    private final Sentence sentence;

    Rather(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
    }

    boolean read(Clause clause) {
        int than = than(clause.verb().main() + 1);
        if (than < 0 || clause.is(Aspect.NEGATED)) {
            return false;
        }
        return isOrdeal(clause.verb().main(), than)
                ? claim(Relation.DISLIKES, clause, than + 1)
                : claim(Relation.PREFERS, clause, clause.verb().main());
    }

    private int than(int from) {
        for (int i = from; i < sentence.size() - 1; i++) {
            if (sentence.at(i).is(KeyWord.THAN)) {
                return i;
            }
        }
        return -1;
    }

    /** "eat glass", "stick pins in my eyes": nobody would. */
    private boolean isOrdeal(int from, int than) {
        return sentence.tokens().subList(from, than).stream()
                .anyMatch(token -> token.is(WordClass.ORDEAL));
    }

    private boolean claim(Relation relation, Clause clause, int from) {
        var objects = scene.matcher().objects();
        boolean done = sentence.at(from).word().can(Forms.VERB);
        var phrase =
                done && !sentence.at(from).is(WordClass.LIGHT_VERB)
                        ? objects.activity(from, sentence.size())
                        : objects.one(thing(from), sentence.size(), true);
        return phrase != null
                && !phrase.is(Phrase.Form.PRONOUN)
                && scene.facts().claim(claim(relation, clause, phrase), phrase, sentence);
    }

    /** "have tea" prefers tea. */
    private int thing(int from) {
        return sentence.at(from).is(WordClass.LIGHT_VERB) ? from + 1 : from;
    }

    private static Claim claim(Relation relation, Clause clause, Phrase phrase) {
        return Claim.stated(
                relation,
                CONFIDENCE * clause.weight(),
                CONFIDENCE,
                clause.start(),
                phrase.end(),
                "rather");
    }
}
