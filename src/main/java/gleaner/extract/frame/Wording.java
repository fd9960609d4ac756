package gleaner.extract.frame;

import gleaner.extract.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Words that a question contains, in this order; an empty set stands for any words between. Those
 * of a table are parted by blanks, {@code |} parts alternatives, {@code ..} is any words.
 */
record Wording(List<Set<String>> words) {
    Wording {
        words = List.copyOf(words);
    }

    static Wording of(List<String> written) {
        var words = new ArrayList<Set<String>>();
        for (var word : written) {
            words.add(word.equals("..") ? Set.of() : Set.of(word.split("\\|", -1)));
        }
        return new Wording(words);
    }

    boolean isIn(Sentence sentence) {
        for (int from = 0; from < sentence.size(); from++) {
            if (matches(sentence, from, 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(Sentence sentence, int at, int word) {
        if (word == words.size()) {
            return true;
        }
        if (words.get(word).isEmpty()) {
            for (int next = at; next < sentence.size(); next++) {
                if (matches(sentence, next, word + 1)) {
                    return true;
                }
            }
            return false;
        }
        return at < sentence.size()
                && words.get(word).contains(sentence.at(at).lower())
                && matches(sentence, at + 1, word + 1);
    }
}
