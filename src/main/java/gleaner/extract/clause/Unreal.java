package gleaner.extract.clause;

import gleaner.extract.lang.Table;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Knows sentences that are not meant: supposed ones ("let's say I'm forty"), and mockery whose
 * praise is blame ("oh yeah, I just LOVE being on hold"). Immutable; shared by threads.
 */
public final class Unreal {
    /** How far behind the praise stands what nobody praises. */
    private static final int DREAD_REACH = 5;

    private final PhraseSet openings = new PhraseSet();
    private final PhraseSet sources = new PhraseSet();
    private final PhraseSet doubts = new PhraseSet();
    private final PhraseSet asides = new PhraseSet();
    private final Supposed supposed = new Supposed(openings, sources, doubts, asides);
    private final PhraseSet mockeries = new PhraseSet();
    private final PhraseSet praises = new PhraseSet();
    private final PhraseSet dreads = new PhraseSet();
    private final Set<String> signs = new HashSet<>();
    private final Set<String> stresses = new HashSet<>();
    private final Set<String> blames = new HashSet<>();

    private Unreal() {}

    /** Reads the table. */
    public static Unreal load(Table table) {
        var unreal = new Unreal();
        for (var row : table.rows()) {
            switch (row.cell(0)) {
                case "supposition" -> unreal.openings.add(row.words(1));
                case "source" -> unreal.sources.add(row.words(1));
                case "doubt" -> unreal.doubts.add(row.words(1));
                case "aside" -> unreal.asides.add(row.words(1));
                case "mockery" -> unreal.mockeries.add(row.words(1));
                case "praise" -> row.words(1).forEach(word -> unreal.praises.add(List.of(word)));
                case "dread" -> unreal.dreads.add(row.words(1));
                case "sign" -> unreal.signs.add(row.cell(1));
                case "stress" -> unreal.stresses.add(row.cell(1));
                case "blame" -> unreal.blames.add(row.cell(1));
                default ->
                        throw row.wrong(
                                "allowed are supposition, source, doubt, aside, mockery, praise,"
                                        + " dread, sign, stress and blame");
            }
        }
        return unreal;
    }

    /** Takes out of what a sentence states what it only supposes: up to a "but". */
    public void clearSupposed(Sentence sentence, BitSet stated) {
        supposed.clear(sentence, stated);
    }

    /** Whether the praise in a sentence is blame. */
    public boolean isMockery(Sentence sentence) {
        return opensInMockery(sentence)
                || isSigned(sentence)
                || isStressed(sentence)
                || praisesDread(sentence);
    }

    /** "nothing better than a flat tyre": what nobody likes is praised. */
    private boolean praisesDread(Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            if (praises.length(sentence, i) > 0 && !isDenied(sentence, i)) {
                for (int k = i + 1; k <= i + DREAD_REACH; k++) {
                    if (sentence.at(k).is(WordClass.NEGATION) || sentence.at(k).is(KeyWord.NO)) {
                        break;
                    }
                    if (dreads.length(sentence, k) > 0) {
                        return true;
                    }
                    if (isOtherThing(sentence, k)) {
                        break;
                    }
                }
            }
        }
        return false;
    }

    /** "I enjoy my dance class on Mondays" praises the class, "when my train is late" no train. */
    private static boolean isOtherThing(Sentence sentence, int i) {
        return sentence.at(i).isNoun()
                && !sentence.at(i + 1).is(WordClass.BE)
                && !sentence.at(i + 1).is(WordClass.GET);
    }

    private static boolean isDenied(Sentence sentence, int praise) {
        for (int i = Math.max(0, praise - 3); i < praise; i++) {
            if (sentence.at(i).is(WordClass.NEGATION)) {
                return true;
            }
        }
        return false;
    }

    private boolean opensInMockery(Sentence sentence) {
        int length = mockeries.length(sentence, 0);
        var next = sentence.at(length);
        return length > 0
                && (next.tag() == Tag.COMMA || (length > 1 && next.is(WordClass.SELF)))
                && !isAnswer(sentence, length);
    }

    /** "Sure, I love jazz" answers a question; mockery stresses, or says more. */
    private boolean isAnswer(Sentence sentence, int length) {
        return length == 1 && !hasCapitals(sentence) && !isHuge(sentence);
    }

    private boolean isHuge(Sentence sentence) {
        return sentence.tokens().stream()
                .anyMatch(token -> blames.contains(token.lower()) || token.is(WordClass.EXCLUSIVE));
    }

    private boolean isSigned(Sentence sentence) {
        int from = Math.max(0, sentence.size() - 3);
        for (int i = from; i < sentence.size(); i++) {
            var text = sentence.at(i).text();
            var pair = text + sentence.at(i + 1).text();
            if (signs.contains(text)
                    || signs.contains(pair)
                    || (sentence.at(i).tag() == Tag.EMOJI
                            && signs.stream().anyMatch(text::contains))) {
                return true;
            }
        }
        return false;
    }

    private boolean isStressed(Sentence sentence) {
        for (int i = 0; i + 1 < sentence.size(); i++) {
            var verb = sentence.at(i + 1);
            if (stresses.contains(sentence.at(i).lower())
                    && ((isCapital(verb) && !isShouted(sentence))
                            || blames.contains(sentence.at(i + 2).lower()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCapitals(Sentence sentence) {
        return !isShouted(sentence) && sentence.tokens().stream().anyMatch(Unreal::isCapital);
    }

    private static boolean isCapital(Token token) {
        var text = token.text();
        return text.length() >= 4 && text.chars().allMatch(Character::isUpperCase);
    }

    /** In capitals throughout, where capitals stress nothing. */
    private static boolean isShouted(Sentence sentence) {
        long words = sentence.tokens().stream().filter(t -> t.text().length() >= 3).count();
        long capital = sentence.tokens().stream().filter(Unreal::isCapital).count();
        return capital * 2 > words;
    }
}
