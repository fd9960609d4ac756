package gleaner.extract.clause;

import gleaner.extract.text.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases of fixed words, found where they stand in a sentence. Filled once, then only read. */
final class PhraseSet {
    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();

    void add(List<String> words) {
        byFirstWord.computeIfAbsent(words.getFirst(), word -> new ArrayList<>()).add(words);
    }

    /** How many tokens the longest phrase takes that begins here; 0 where none does. */
    int length(Sentence sentence, int start) {
        int longest = 0;
        for (var phrase : byFirstWord.getOrDefault(sentence.at(start).lower(), List.of())) {
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
