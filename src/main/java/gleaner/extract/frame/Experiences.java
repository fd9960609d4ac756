package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;
import java.util.List;

/** Reads "X scares me": the user is the one who feels, X what they feel about. */
final class Experiences {
    private static final double CALLED = 0.8;
    private static final List<Part> NAME = List.of(new Part.Slot(Part.Content.CALLED));

    private final Scene scene;
    private final Sentence sentence;

    Experiences(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
    }

    void read() {
        for (int i = 2; i < sentence.size(); i++) {
            if (sentence.at(i).is(KeyWord.ME)
                    && scene.stated().get(i)
                    && sentence.at(i - 1).word().can(Forms.VERB | Forms.THIRD | Forms.PAST)) {
                read(i);
            }
        }
    }

    private void read(int me) {
        if (sentence.at(me - 1).is(WordClass.CALLING)) {
            if (isByMany(me - 1)) {
                called(me);
            }
            return;
        }
        var verb = sentence.at(me - 1);
        var listed = scene.tables().experiences().get(verb.lower());
        var experience = listed == null ? scene.tables().experiences().get(verb.verb()) : listed;
        if (experience == null) {
            return;
        }
        int last = me - 2;
        while (last > 0
                && sentence.at(last).tag() == Tag.RB
                && !sentence.at(last).is(WordClass.NEGATION)) {
            last--;
        }
        for (var phrase : subject(last)) {
            scene.facts()
                    .claim(
                            new Claim(
                                    experience.relation(),
                                    false,
                                    Temporal.CURRENT,
                                    experience.confidence(),
                                    experience.strength(),
                                    false,
                                    List.of(),
                                    false,
                                    phrase.start(),
                                    me + 1,
                                    "feels"),
                            phrase,
                            sentence);
        }
    }

    /** "my parents named me", "friends call me", but not "she called me" once. */
    private boolean isByMany(int verb) {
        boolean once = sentence.at(verb).tag() == Tag.VBD && sentence.at(verb).is(WordClass.CALL);
        return !once && sentence.at(verb).tag() != Tag.VBZ;
    }

    /** "my parents named me Omar". */
    private void called(int me) {
        var name = scene.matcher().matchAt(NAME, me + 1, sentence.size());
        if (name == null) {
            return;
        }
        scene.facts()
                .claim(
                        Claim.stated(
                                Relation.IS_NAMED, CALLED, CALLED, me - 1, name.end(), "call-me"),
                        name.phrases().getFirst(),
                        sentence);
    }

    private List<Phrase> subject(int last) {
        int first = last;
        while (first >= 0
                && (sentence.at(first).isNoun()
                        || sentence.at(first).tag() == Tag.JJ
                        || sentence.at(first).tag() == Tag.VBG
                        || sentence.at(first).tag() == Tag.VB
                        || sentence.at(first).is(KeyWord.AND))) {
            first--;
        }
        if (first == last || sentence.at(first).tag() == Tag.PRPS) {
            return List.of();
        }
        return scene.matcher().objects().list(first + 1, last + 1);
    }
}
