package gleaner.extract.frame;

import gleaner.extract.clause.ClauseEnds;
import gleaner.extract.phrase.Objects;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads "my favourite X is Y", "Y is my favourite" and "my least favourite". */
final class Favourites {
    private static final double CONFIDENCE = 0.92;
    private static final double STRENGTH = 0.95;
    private static final int REACH = 5;
    private static final int LONGEST_NAME = 4;

    private final Scene scene;
    private final Sentence sentence;
    private final Objects objects;
    private final Subjects subjects;

    Favourites(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.objects = scene.matcher().objects();
        this.subjects = new Subjects(sentence, objects);
    }

    void read() {
        for (int i = 0; i < sentence.size(); i++) {
            var token = sentence.at(i);
            if (token.is(WordClass.FAVOURITE) && scene.stated().get(i) && isMine(i)) {
                read(i);
            } else if (token.is(WordClass.MINE) && isAboutFavourites(i)) {
                readMine(i);
            }
        }
    }

    /** "my favourite", "a favourite of mine", or nobody else's at the start of a sentence. */
    private boolean isMine(int i) {
        for (int k = i - 1; k >= Math.max(0, i - 4); k--) {
            var token = sentence.at(k);
            if (token.is(WordClass.MY) || token.is(WordClass.OUR)) {
                return true;
            }
            if (token.tag() == Tag.PRPS || token.tag() == Tag.POS || token.is(WordClass.YOU)) {
                return false;
            }
        }
        boolean ofMine = sentence.at(i + 1).is(KeyWord.OF) && sentence.at(i + 2).is(WordClass.MINE);
        return i == 0 || ofMine;
    }

    private void read(int i) {
        boolean least = sentence.at(i - 1).is(KeyWord.LEAST);
        var thing = objects.nounPhrases().read(i + 1, sentence.size());
        int be = copula(thing == null ? i + 1 : thing.next());
        var listed = be < 0 ? List.<Phrase>of() : toDo(be);
        var kinds = kinds(thing);
        boolean any = false;
        for (var phrase : listed) {
            any |= claim(phrase, kinds, least, i);
        }
        for (var phrase : any ? List.<Phrase>of() : before(i)) {
            any |= claim(phrase, kinds, least, i);
        }
        if (!any && be < 0 && thing != null) {
            for (var phrase : beside(i, thing)) {
                claim(phrase, kinds, least, i);
            }
        }
    }

    /** "my favourite show Lost", "lobster, my favourite seafood". */
    private List<Phrase> beside(int i, Phrase thing) {
        boolean named = thing.end() - thing.start() > 1;
        if (named && sentence.at(thing.start()).is(WordClass.APPOSITIVE)) {
            return objects.list(thing.start() + 1, thing.end());
        }
        int my = i - 1;
        while (my > 0 && !sentence.at(my).is(WordClass.MY)) {
            my--;
        }
        int last = sentence.at(my - 1).tag() == Tag.COMMA ? my - 2 : my - 1;
        var behind = sentence.at(thing.next());
        boolean closed = thing.next() >= sentence.size() || behind.tag().isBreak();
        boolean head = last >= 0 && Antecedents.isThing(sentence.at(last));
        return closed && head ? List.of(Antecedents.phrase(sentence, last)) : List.of();
    }

    /** "what's your favourite colour? mine is red". */
    private void readMine(int i) {
        int be = i + 1;
        if (!sentence.at(be).is(WordClass.BE) || sentence.question()) {
            return;
        }
        for (var phrase : named(be + 1)) {
            claim(phrase, List.of(), isLeast(i), i);
        }
    }

    private boolean isAboutFavourites(int until) {
        return favourite(sentence, until) >= 0 || favouriteBefore() >= 0;
    }

    /** "what's your least favourite food? mine is liver". */
    private boolean isLeast(int until) {
        int own = favourite(sentence, until);
        if (own >= 0) {
            return sentence.at(own - 1).is(KeyWord.LEAST);
        }
        var previous = scene.previous();
        return previous != null && previous.at(favouriteBefore() - 1).is(KeyWord.LEAST);
    }

    private int favouriteBefore() {
        var previous = scene.previous();
        return previous == null ? -1 : favourite(previous, previous.size());
    }

    private static int favourite(Sentence sentence, int until) {
        for (int i = 0; i < until; i++) {
            if (sentence.at(i).is(WordClass.FAVOURITE)) {
                return i;
            }
        }
        return -1;
    }

    /** "my favourite thing to do is wander about": the bare verb of an activity. */
    private List<Phrase> toDo(int be) {
        var verb = sentence.at(be + 1);
        boolean done = sentence.at(be - 1).is(WordClass.DO) && verb.word().can(Word.Forms.VERB);
        return done && !verb.isNoun() && verb.tag() != Tag.TO
                ? List.of(objects.activity(be + 1, end(be + 1)))
                : named(be + 1);
    }

    /** What is listed behind the is, or else the bare words there, as a name. */
    private List<Phrase> named(int from) {
        int at = objects.skipAdverbs(from, sentence.size());
        int end = end(at);
        var listed = objects.list(at, end);
        boolean pronoun = !listed.isEmpty() && listed.getFirst().is(Phrase.Form.PRONOUN);
        if (!listed.isEmpty() && !pronoun && !isTime(listed.getFirst())) {
            return listed;
        }
        int to = at;
        while (to < end && to - at < LONGEST_NAME && isBareName(sentence.at(to))) {
            to++;
        }
        return to == at || pronoun ? List.of() : List.of(scene.matcher().name(at, to));
    }

    private boolean isTime(Phrase phrase) {
        return sentence.at(phrase.end() - 1).is(WordClass.TIME_NOUN);
    }

    private static boolean isBareName(Token token) {
        return token.isNoun() || token.isVerb() || token.tag() == Tag.CD || token.is(KeyWord.THE);
    }

    private int end(int from) {
        return new ClauseEnds(sentence).of(from);
    }

    private boolean claim(Phrase phrase, List<Kind> kinds, boolean least, int i) {
        var head = sentence.at(phrase.end() - 1);
        boolean thing = !phrase.is(Phrase.Form.THING) || !isQuality(phrase, head);
        var relation = least ? Relation.DISLIKES : Relation.LOVES;
        int from = Math.min(phrase.start(), i);
        return thing
                && scene.facts()
                        .claim(
                                new Claim(
                                        relation,
                                        false,
                                        Temporal.CURRENT,
                                        CONFIDENCE,
                                        STRENGTH,
                                        true,
                                        kinds,
                                        false,
                                        from,
                                        Math.max(phrase.end(), i + 1),
                                        "favourite"),
                                phrase,
                                sentence);
    }

    /** "my favourite colour is blue" names a thing, "is great" does not. */
    private static boolean isQuality(Phrase phrase, Token head) {
        return phrase.end() - phrase.start() == 1 && head.is(WordClass.OPINION_ADJECTIVE);
    }

    private List<Kind> kinds(@Nullable Phrase thing) {
        if (thing == null) {
            return List.of();
        }
        var kind =
                scene.tables()
                        .typer()
                        .of(
                                thing.name().toLowerCase(Locale.ROOT),
                                List.of(Kind.FOOD, Kind.MEDIA, Kind.HOBBY, Kind.PLACE));
        return List.of(kind);
    }

    /** The is, or what stands for it, close behind. */
    private int copula(int from) {
        for (int i = from; i < Math.min(sentence.size(), from + REACH); i++) {
            var token = sentence.at(i);
            boolean would = token.is(KeyWord.WOULD) || token.is(KeyWord.HAS);
            if (would) {
                for (int k = i + 1; k < i + 4; k++) {
                    if (sentence.at(k).is(KeyWord.BE) || sentence.at(k).is(KeyWord.BEEN)) {
                        return k;
                    }
                }
            }
            if (token.is(WordClass.BE)
                    || token.is(KeyWord.INCLUDE)
                    || token.is(":")
                    || token.is("=")) {
                return sentence.at(i + 1).is(WordClass.WH) ? -1 : i;
            }
            if (token.tag() == Tag.COMMA || token.is(WordClass.CONJUNCTION)) {
                return -1;
            }
        }
        return -1;
    }

    /** A name in small letters, from the start of the sentence: "keith urban". */
    private boolean isBareWords(int end) {
        for (int i = 0; i < end; i++) {
            var token = sentence.at(i);
            if (!isBareName(token) && token.tag() != Tag.JJ) {
                return false;
            }
        }
        return end > 1;
    }

    /** What stands before "is my favourite"; a pronoun stands for what was named before. */
    private List<Phrase> before(int i) {
        int be = i - 1;
        while (be > 0 && !subjects.isBe(be) && i - be <= REACH) {
            be--;
        }
        if (be <= 0 || !subjects.isBe(be)) {
            return List.of();
        }
        var named = subjects.before(be);
        if (!named.isEmpty()) {
            return named;
        }
        if (be <= LONGEST_NAME && isBareWords(be)) {
            return List.of(scene.matcher().name(0, be));
        }
        var pronoun = sentence.at(be - 1);
        boolean many = pronoun.is(KeyWord.THEY) || pronoun.is(KeyWord.THOSE);
        if (!many
                && !pronoun.is(KeyWord.IT)
                && !pronoun.is(KeyWord.THAT)
                && !pronoun.is(KeyWord.WHICH)) {
            return List.of();
        }
        var antecedent = Antecedents.before(sentence, be - 1, many);
        return antecedent == null ? List.of() : List.of(antecedent);
    }
}
