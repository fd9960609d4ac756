package gleaner.extract.preference.slot;

import gleaner.extract.preference.pattern.Filling;
import gleaner.extract.preference.pattern.Passage;
import gleaner.extract.preference.pattern.Slot;
import java.util.List;
import java.util.Set;

/**
 * Takes a number, in digits or as a word.
 *
 * @param numbers the words
 */
public record CountSlot(Set<String> numbers) implements Slot {
    private static final int MOST_DIGITS = 3;

    public CountSlot {
        numbers = Set.copyOf(numbers);
    }

    @Override
    public List<Filling> at(Passage passage, int position) {
        var word = passage.word(position);
        boolean digits =
                word.length() <= MOST_DIGITS && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits || numbers.contains(word)
                ? List.of(new Filling(position + 1, word))
                : List.of();
    }
}
