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

/** Reads what "my X" says: relatives and pets in passing, and "my X is Y". */
final class Possessions {
    private static final double OURS = 0.9;
    private static final double DEFINITE = 0.9;
    private static final double BARE = 0.85;

    private final Scene scene;
    private final Sentence sentence;
    private final Mentions mentions;
    private final Relatives relatives;

    Possessions(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.mentions = new Mentions(scene);
        this.relatives = new Relatives(sentence, scene.tables());
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
        if (owner < 0 && (stated(my, last, weight) || reversed(my, last, weight))) {
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

    /** "being a pilot is my dream". */
    private boolean reversed(int my, int head, double weight) {
        var frames = frames(my, head);
        var subjects = new Subjects(sentence, scene.matcher().objects());
        int be = my - 1;
        while (be > 0 && sentence.at(be).is(WordClass.FILLER)) {
            be--;
        }
        if (frames.isEmpty() || be < 1 || !subjects.isBe(be)) {
            return false;
        }
        boolean any = false;
        for (var nounFrame : frames) {
            boolean plain = nounFrame.copula() && nounFrame.links().isEmpty();
            if (plain && !any && nounFrame.frame().relation() != Relation.AGE) {
                for (var phrase : subjects.before(be)) {
                    var claim = Claim.of(nounFrame.frame(), weight, phrase.start(), head + 1);
                    any |= scene.facts().claim(claim, phrase, sentence);
                }
            }
        }
        return any;
    }

    private boolean stated(int my, int head, double weight) {
        boolean any = false;
        for (var nounFrame : frames(my, head)) {
            if (any && !nounFrame.frame().is(Option.ALSO)) {
                break;
            }
            any |= stated(nounFrame, my, head, weight);
        }
        return any;
    }

    /** Of "dream job" rather than of "job"; what is dreamt of is not one's own. */
    private List<NounTable.NounFrame> frames(int my, int head) {
        var nouns = scene.tables().nouns();
        var noun = sentence.at(head).noun();
        if (head - 1 == my) {
            return nouns.of(noun);
        }
        var before = sentence.at(head - 1);
        var compound = nouns.of(before.noun() + "-" + noun);
        boolean simple = compound.isEmpty() && !before.is(WordClass.NOT_ONES_OWN);
        return simple ? nouns.of(noun) : compound;
    }

    private boolean stated(NounTable.NounFrame nounFrame, int my, int head, double weight) {
        int at = scene.matcher().objects().skipAdverbs(behindTime(head + 1), sentence.size());
        boolean past = false;
        boolean denied = false;
        if (nounFrame.copula()) {
            var be = sentence.at(at);
            if (!isCopula(at)) {
                return false;
            }
            past = be.is(KeyWord.WAS) || be.is(KeyWord.WERE);
            if (nounFrame.past() && !past) {
                return false;
            }
            at = scene.matcher().objects().skipAdverbs(at + 1, sentence.size());
            if (sentence.at(at).is(WordClass.NEGATION)) {
                denied = true;
                at++;
            }
        }
        for (var link : nounFrame.links()) {
            if (!sentence.at(at).is(link)) {
                return false;
            }
            at++;
        }
        var frame = nounFrame.frame();
        var match = scene.matcher().matchAt(frame.complement(), at, sentence.size());
        if (match == null) {
            return false;
        }
        var claim =
                Claim.of(frame, weight, my, match.end())
                        .deniedIf(denied)
                        .when(past ? Temporal.PAST : Temporal.CURRENT);
        boolean any = false;
        for (var phrase : match.phrases()) {
            any |= scene.facts().claim(claim, phrase, sentence);
            if (frame.is(Option.FIRST)) {
                break;
            }
        }
        return any;
    }

    /** "my goal this year is", "my dream in life is". */
    private int behindTime(int at) {
        int from = at;
        while (sentence.at(from).tag() == Tag.DT || sentence.at(from).tag() == Tag.IN) {
            from++;
        }
        boolean time =
                sentence.at(from).is(WordClass.TIME_NOUN) || sentence.at(from).is(KeyWord.LIFE);
        return from > at && time ? from + 1 : at;
    }

    private boolean isCopula(int at) {
        var token = sentence.at(at);
        return token.is(WordClass.BE)
                || token.is(KeyWord.INCLUDE)
                || token.is(KeyWord.INCLUDES)
                || (token.is(":") && at < sentence.size());
    }
}
