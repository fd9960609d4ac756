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
import java.util.List;

/** Finds what is called a favourite: behind the "is", before it, or beside the word itself. */
final class FavouriteThings {
    private static final int REACH = 5;
    private static final int LONGEST_NAME = 4;

    private final Scene scene;
    private final Sentence sentence;
    private final Objects objects;
    private final Subjects subjects;

    FavouriteThings(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.objects = scene.matcher().objects();
        this.subjects = new Subjects(sentence, objects);
    }

    /** The is, or what stands for it, close behind. */
    int copula(int from) {
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

    /** "my favourite thing to do is wander about": the bare verb of an activity. */
    List<Phrase> behind(int be) {
        var verb = sentence.at(be + 1);
        boolean done = sentence.at(be - 1).is(WordClass.DO) && verb.word().can(Word.Forms.VERB);
        return done && !verb.isNoun() && verb.tag() != Tag.TO
                ? List.of(objects.activity(be + 1, end(be + 1)))
                : named(be + 1);
    }

    /** What is listed behind the is, or else the bare words there, as a name. */
    List<Phrase> named(int from) {
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

    /** What stands before "is my favourite"; a pronoun stands for what was named before. */
    List<Phrase> before(int i) {
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

    /** "my favourite show Lost", "lobster, my favourite seafood". */
    List<Phrase> beside(int i, Phrase thing) {
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

    private boolean isTime(Phrase phrase) {
        return sentence.at(phrase.end() - 1).is(WordClass.TIME_NOUN);
    }

    private static boolean isBareName(Token token) {
        return token.isNoun() || token.isVerb() || token.tag() == Tag.CD || token.is(KeyWord.THE);
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

    private int end(int from) {
        return new ClauseEnds(sentence).of(from);
    }
}
