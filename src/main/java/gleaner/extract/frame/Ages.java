package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import gleaner.memory.Relation;
import org.jspecify.annotations.Nullable;

/** Reads ages that are told by the way: "at 58 I don't intend to", "as a 45 year old". */
final class Ages {
    private static final double CONFIDENCE = 0.85;

    /** Up to it, "at 22 I'm free" tells the time. */
    private static final int LAST_HOUR = 24;

    private final Scene scene;
    private final Sentence sentence;
    private final Numbers numbers;

    Ages(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.numbers = new Numbers(sentence, scene.tables().numberWords());
    }

    void read() {
        for (int i = 0; i < sentence.size(); i++) {
            if (scene.stated().get(i)) {
                read(i);
            }
        }
    }

    private void read(int i) {
        var token = sentence.at(i);
        if (token.is(KeyWord.AT)) {
            claim(i, nowAt(i + 1));
        } else if (token.is(KeyWord.AS) && sentence.at(i + 1).is(KeyWord.A)) {
            claim(i, yearsOld(i + 2));
        }
    }

    /** "at 58 I don't", "at 74 I have", but not "at 30 I moved". */
    private @Nullable Phrase nowAt(int at) {
        var ages = numbers.age(at, sentence.size());
        if (ages.isEmpty() || !isGrown(ages.getFirst())) {
            return null;
        }
        int self = ages.getFirst().end();
        if (sentence.at(self).tag() == Tag.COMMA) {
            self++;
        }
        var verb = sentence.at(self + 1);
        boolean present =
                verb.tag() == Tag.VBP
                        || verb.is(KeyWord.SHORT_AM)
                        || verb.is(KeyWord.AM)
                        || verb.is(KeyWord.DO);
        return sentence.at(self).is(WordClass.SELF) && present ? ages.getFirst() : null;
    }

    /** "45 year old". */
    private @Nullable Phrase yearsOld(int at) {
        var age = sentence.at(at).text();
        boolean digits = age.length() == 2 && age.chars().allMatch(Character::isDigit);
        return digits && sentence.at(at + 1).is(KeyWord.YEAR)
                ? scene.matcher().name(at, at + 1)
                : null;
    }

    private static boolean isGrown(Phrase age) {
        return Integer.parseInt(age.name()) > LAST_HOUR;
    }

    private void claim(int from, @Nullable Phrase age) {
        if (age == null) {
            return;
        }
        var claim = Claim.stated(Relation.AGE, CONFIDENCE, CONFIDENCE, from, age.end(), "age");
        scene.facts().claim(claim, age, sentence);
    }
}
