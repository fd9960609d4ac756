package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;
import java.util.List;
import java.util.Locale;

/** Reads what "my X" says: relatives and pets in passing, and what is said of them. */
final class Possessions {
    private static final double OURS = 0.9;
    private static final double DEFINITE = 0.9;
    private static final double BARE = 0.85;

    private final Scene scene;
    private final Sentence sentence;
    private final Mentions mentions;
    private final Relatives relatives;
    private final NounStatements nouns;

    Possessions(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.mentions = new Mentions(scene);
        this.relatives = new Relatives(sentence, scene.tables());
        this.nouns = new NounStatements(scene);
    }

    void read() {
        for (int i = 0; i < sentence.size(); i++) {
            var token = sentence.at(i);
            boolean own = token.is(WordClass.MY) || token.is(WordClass.OUR);
            if (own && scene.stated().get(i) && !isSupposed(i)) {
                read(i, token.is(WordClass.MY) ? 1 : OURS);
            } else if (scene.stated().get(i) && token.is(KeyWord.THE)) {
                definite(i);
            } else if (scene.stated().get(i) && isBareKin(i)) {
                mentions.mention(i, Slots.thing(sentence, i, i + 1, false), i, -1, BARE);
            }
        }
    }

    /** "the wife", and "the dog" of somebody who speaks of themselves. */
    private void definite(int the) {
        var noun = sentence.at(the + 1);
        var next = sentence.at(the + 2);
        var kin = scene.tables().kin();
        boolean elsewhere =
                next.tag() == Tag.IN
                        || next.tag() == Tag.POS
                        || next.is(WordClass.SELF)
                        || next.isNoun()
                        || next.is(WordClass.WH);
        boolean own = kin.isOwn(noun.noun()) || (kin.isAround(noun.lower()) && speaksOfSelf());
        if (!own || elsewhere) {
            return;
        }
        var phrase = scene.matcher().objects().nounPhrases().read(the, sentence.size());
        if (phrase != null && phrase.end() == the + 2) {
            mentions.mention(the, phrase, the + 1, -1, DEFINITE);
        }
    }

    /** "hubby says", "wife's a nurse": nobody else's. */
    private boolean isBareKin(int i) {
        var token = sentence.at(i);
        var before = sentence.at(i - 1);
        var next = sentence.at(i + 1);
        boolean first = i == 0 || before.tag().isBreak() || before.tag() == Tag.CC;
        return first
                && token.tag() == Tag.NN
                && scene.tables().kin().isBare(token.noun())
                && (next.tag() == Tag.POS || next.tag().isFinite() || next.is(WordClass.BE));
    }

    private boolean speaksOfSelf() {
        return sentence.tokens().stream()
                .anyMatch(t ->
                        t.is(WordClass.SELF)
                                || t.is(WordClass.SELVES)
                                || t.is(WordClass.ME)
                                || t.is(WordClass.MY));
    }

    private boolean isSupposed(int i) {
        for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
            if (sentence.at(k).is(WordClass.CONDITION) && !sentence.at(k).is(KeyWord.IF)) {
                return true;
            }
        }
        return false;
    }

    private void read(int my, double weight) {
        var phrase = scene.matcher().objects().nounPhrases().read(my + 1, sentence.size());
        if (phrase == null || phrase.start() <= my) {
            return;
        }
        int owner = possessor(phrase);
        int last = owner >= 0 ? owner : mentions.lastCommon(phrase);
        if (owner < 0 && (nouns.stated(my, last, weight) || nouns.reversed(my, last, weight))) {
            return;
        }
        if (owner < 0 && sentence.at(last).is(KeyWord.JOB) && last > phrase.start()) {
            job(my, phrase, last, weight);
            return;
        }
        mentions.mention(my, phrase, last, owner, weight);
        if (owner < 0 && relatives.isSomebody(last)) {
            mentions.company(my, phrase, weight);
        }
    }

    /** The token before the possessive of "my sister's dog", or -1. */
    private int possessor(Phrase phrase) {
        for (int i = phrase.start(); i < phrase.end(); i++) {
            if (sentence.at(i).tag() == Tag.POS) {
                return i - 1;
            }
            boolean many = sentence.at(i).tag() == Tag.NNS && sentence.at(i + 1).isNoun();
            if (many && relatives.tie(i) != null && i + 1 < phrase.end()) {
                return i;
            }
            boolean named = i > phrase.start() && sentence.at(i).is(KeyWord.NAME);
            if (named && relatives.isSomebody(i - 1)) {
                return i - 1;
            }
        }
        return -1;
    }

    /** "my barista job", "my factory job". */
    private void job(int my, Phrase phrase, int head, double weight) {
        var what = scene.matcher().objects().nounPhrases().read(phrase.start(), head);
        if (what == null || what.end() != head || !sentence.at(head - 1).isNoun()) {
            return;
        }
        var kinds = List.of(Kind.OCCUPATION, Kind.ORGANIZATION, Kind.PLACE);
        var kind = scene.tables().typer().of(what.name().toLowerCase(Locale.ROOT), kinds);
        if (kind == Kind.OCCUPATION) {
            mentions.claim(
                    Relation.WORKS_AS,
                    what.name(),
                    my,
                    phrase,
                    Mentions.IN_PASSING,
                    false,
                    Temporal.CURRENT);
        } else if (kind == Kind.ORGANIZATION || kind == Kind.PLACE) {
            var confidence = Mentions.IN_PASSING * weight;
            mentions.claim(
                    Relation.WORKS_AT,
                    what.name(),
                    my,
                    phrase,
                    confidence,
                    false,
                    Temporal.CURRENT);
        }
    }
}
