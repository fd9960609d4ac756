package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
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

    private final Scene scene;
    private final Sentence sentence;
    private final FavouriteThings things;

    Favourites(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.things = new FavouriteThings(scene);
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
        var thing = scene.matcher().objects().nounPhrases().read(i + 1, sentence.size());
        int be = things.copula(thing == null ? i + 1 : thing.next());
        var listed = be < 0 ? List.<Phrase>of() : things.behind(be);
        var kinds = kinds(thing);
        boolean any = false;
        for (var phrase : listed) {
            any |= claim(phrase, kinds, least, i);
        }
        for (var phrase : any ? List.<Phrase>of() : things.before(i)) {
            any |= claim(phrase, kinds, least, i);
        }
        if (!any && be < 0 && thing != null) {
            for (var phrase : things.beside(i, thing)) {
                claim(phrase, kinds, least, i);
            }
        }
    }

    /** "what's your favourite colour? mine is red". */
    private void readMine(int i) {
        int be = i + 1;
        if (!sentence.at(be).is(WordClass.BE) || sentence.question()) {
            return;
        }
        for (var phrase : things.named(be + 1)) {
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
}
