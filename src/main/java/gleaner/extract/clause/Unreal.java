package gleaner.extract.clause;

import gleaner.extract.lang.Table;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows sentences that are not meant: supposed ones ("let's say I'm forty"), and mockery whose
 * praise is blame ("oh yeah, I just LOVE being on hold"). Immutable; shared by threads.
 */
public final class Unreal {
    /** Behind so many words of greeting or hesitation a sentence still begins. */
    private static final int LATEST_START = 4;

    private final Map<String, List<List<String>>> suppositions = new HashMap<>();
    private final Map<String, List<List<String>>> mockeries = new HashMap<>();
    private final Set<String> signs = new HashSet<>();
    private final Set<String> stresses = new HashSet<>();
    private final Set<String> blames = new HashSet<>();

    private Unreal() {}

    /** Reads the table. */
    public static Unreal load(Table table) {
        var unreal = new Unreal();
        for (var row : table.rows()) {
            switch (row.cell(0)) {
                case "supposition" -> add(unreal.suppositions, row.words(1));
                case "mockery" -> add(unreal.mockeries, row.words(1));
                case "sign" -> unreal.signs.add(row.cell(1));
                case "stress" -> unreal.stresses.add(row.cell(1));
                case "blame" -> unreal.blames.add(row.cell(1));
                default ->
                        throw row.wrong("allowed are supposition, mockery, sign, stress and blame");
            }
        }
        return unreal;
    }

    private static void add(Map<String, List<List<String>>> phrases, List<String> words) {
        phrases.computeIfAbsent(words.getFirst(), w -> new ArrayList<>()).add(words);
    }

    /** Takes out of what a sentence states what it only supposes: up to a "but". */
    public void clearSupposed(Sentence sentence, BitSet stated) {
        for (int start = 0; start < LATEST_START; start++) {
            if (length(suppositions, sentence, start) > 0) {
                stated.clear(start, contrast(sentence, start));
                return;
            }
            if (!isLeadIn(sentence.at(start))) {
                return;
            }
        }
    }

    private static int contrast(Sentence sentence, int from) {
        int at = from;
        while (at < sentence.size() && !sentence.at(at).is(WordClass.CONTRAST)) {
            at++;
        }
        return at;
    }

    private static boolean isLeadIn(Token token) {
        return token.tag() == Tag.UH
                || token.tag() == Tag.COMMA
                || token.tag() == Tag.EMOJI
                || token.is(WordClass.GREETING)
                || token.is(WordClass.CONJUNCTION)
                || token.is(WordClass.FILLER);
    }

    /** Whether the praise in a sentence is blame. */
    public boolean isMockery(Sentence sentence) {
        return opensInMockery(sentence) || isSigned(sentence) || isStressed(sentence);
    }

    private boolean opensInMockery(Sentence sentence) {
        int length = length(mockeries, sentence, 0);
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

    private static int length(
            Map<String, List<List<String>>> phrases, Sentence sentence, int start) {
        int longest = 0;
        for (var phrase : phrases.getOrDefault(sentence.at(start).lower(), List.of())) {
            if (phrase.size() > longest && stands(phrase, sentence, start)) {
                longest = phrase.size();
            }
        }
        return longest;
    }

    private static boolean stands(List<String> phrase, Sentence sentence, int start) {
        for (int i = 0; i < phrase.size(); i++) {
            if (!sentence.at(start + i).lower().equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }
}
