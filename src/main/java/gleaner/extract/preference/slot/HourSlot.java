package gleaner.extract.preference.slot;

import gleaner.extract.preference.pattern.Filling;
import gleaner.extract.preference.pattern.Passage;
import gleaner.extract.preference.pattern.Slot;
import java.util.List;
import java.util.Set;

/**
 * Takes an hour of the day, in digits with whatever is written onto them ("8", "6pm", "18:30"), or
 * as a word.
 *
 * @param numbers the words
 */
public record HourSlot(Set<String> numbers) implements Slot {
    private static final int LONGEST = 7;
    private static final int MOST_DIGITS = 2;

    public HourSlot {
        numbers = Set.copyOf(numbers);
    }

    @Override
    public List<Filling> at(Passage passage, int position) {
        var word = passage.word(position);
        return isWritten(word) || numbers.contains(word)
                ? List.of(new Filling(position + 1, word))
                : List.of();
    }

    private static boolean isWritten(String word) {
        int digits = 0;
        while (digits < word.length() && isDigit(word.charAt(digits))) {
            digits++;
        }
        return digits > 0 && digits <= MOST_DIGITS && word.length() <= LONGEST;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
