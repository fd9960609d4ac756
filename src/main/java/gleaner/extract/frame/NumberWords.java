package gleaner.extract.frame;

import gleaner.extract.lang.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** What number words stand for: "forty-two". Immutable; shared by threads. */
final class NumberWords {
    private final Map<String, Integer> values;

    private NumberWords(Map<String, Integer> values) {
        this.values = values;
    }

    /** Reads rows of a value and the words for it. */
    static NumberWords load(Table table) {
        var values = new HashMap<String, Integer>();
        for (var row : table.rows()) {
            for (var word : row.words(1)) {
                if (values.put(word, Integer.valueOf(row.cell(0))) != null) {
                    throw row.wrong("\"" + word + "\" stands here twice");
                }
            }
        }
        return new NumberWords(Map.copyOf(values));
    }

    /** The value of a word in lower case, of a ten and a one joined by a hyphen too. */
    OptionalInt value(String word) {
        int hyphen = word.indexOf('-');
        if (hyphen < 0) {
            return single(word);
        }
        var tens = single(word.substring(0, hyphen));
        var ones = single(word.substring(hyphen + 1));
        boolean sum = isTens(tens) && ones.isPresent() && ones.getAsInt() < TEN;
        return sum ? OptionalInt.of(tens.getAsInt() + ones.getAsInt()) : OptionalInt.empty();
    }

    /** The value of two words: "forty two". */
    OptionalInt value(String word, String next) {
        var tens = value(word);
        var ones = single(next);
        boolean sum = isTens(tens) && ones.isPresent() && ones.getAsInt() < TEN;
        return sum ? OptionalInt.of(tens.getAsInt() + ones.getAsInt()) : OptionalInt.empty();
    }

    private static final int TEN = 10;

    private OptionalInt single(String word) {
        var value = values.get(word);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static boolean isTens(OptionalInt value) {
        return value.isPresent() && value.getAsInt() >= 2 * TEN && value.getAsInt() % TEN == 0;
    }
}
