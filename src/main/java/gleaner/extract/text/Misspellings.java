package gleaner.extract.text;

import gleaner.extract.lang.Table;
import java.util.HashMap;
import java.util.Map;

/**
 * Slips of the keyboard in the words that matter most: two letters swapped, one doubled, one left
 * out.
 */
final class Misspellings {
    private static final int SHORTEST = 4;

    private Misspellings() {}

    /** From the slip to the word that was meant; a slip that fits two words means the first. */
    static Map<String, String> of(Table table) {
        var slips = new HashMap<String, String>();
        for (var row : table.rows()) {
            var words = row.words(0);
            if (words.size() == 2) {
                slips.put(words.getFirst(), words.getLast());
            } else {
                for (var word : words) {
                    addSlips(word, slips);
                }
            }
        }
        return slips;
    }

    private static void addSlips(String word, Map<String, String> slips) {
        int length = word.length();
        if (length < SHORTEST) {
            return;
        }
        for (int i = 0; i + 1 < length; i++) {
            var swapped = word.substring(0, i) + word.charAt(i + 1) + word.charAt(i);
            add(swapped + word.substring(i + 2), word, slips);
        }
        for (int i = 1; i < length; i++) {
            add(word.substring(0, i) + word.charAt(i) + word.substring(i), word, slips);
            if (length > SHORTEST) {
                add(word.substring(0, i) + word.substring(i + 1), word, slips);
            }
        }
    }

    private static void add(String slip, String word, Map<String, String> slips) {
        if (slip.length() >= SHORTEST && !slip.equals(word)) {
            slips.putIfAbsent(slip, word);
        }
    }
}
