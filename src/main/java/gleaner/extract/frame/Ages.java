package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import gleaner.memory.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads ages that are told by the way: "at 58 I don't intend to", "as a 45 year old". */
final class Ages {
    private static final double CONFIDENCE = 0.85;

    /** Up to it, "at 22 I'm free" tells the time. */
    private static final int LAST_HOUR = 24;

    /** Of less than that, "3 and still going" counts something else. */
    private static final int YOUNGEST = 15;

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
        } else if (token.tag() == Tag.CD && startsPart(i)) {
            claim(i, stillLiving(i));
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

    private boolean startsPart(int i) {
        var before = sentence.at(i - 1);
        return i == 0
                || before.tag().isBreak()
                || before.tag() == Tag.UH
                || before.is(WordClass.GREETING);
    }

    /** "64 and still working", "52 and never been abroad": nobody else is spoken of before. */
    private @Nullable Phrase stillLiving(int at) {
        boolean living =
                sentence.at(at + 1).is(KeyWord.AND)
                        && sentence.at(at + 2).is(WordClass.STILL_LIVING);
        for (int i = 0; i < at; i++) {
            var token = sentence.at(i);
            boolean other = token.is(WordClass.OTHERS) || token.tag() == Tag.NNP;
            if (other || scene.tables().kin().of(token.noun()) != null) {
                return null;
            }
        }
        var ages = living ? numbers.age(at, sentence.size()) : List.<Phrase>of();
        return ages.isEmpty() || Integer.parseInt(ages.getFirst().name()) < YOUNGEST
                ? null
                : ages.getFirst();
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
