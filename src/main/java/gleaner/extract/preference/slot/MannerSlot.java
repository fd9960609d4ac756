package gleaner.extract.preference.slot;

import gleaner.extract.lang.Table;
import gleaner.extract.preference.pattern.Filling;
import gleaner.extract.preference.pattern.Passage;
import gleaner.extract.preference.pattern.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes words for a manner of answering, "shorter", "in plain words", "the small talk", and gives
 * the value that they stand for.
 */
public final class MannerSlot implements Slot {
    private static final Comparator<Phrase> LONGEST =
            Comparator.comparingInt((Phrase phrase) -> phrase.words().size()).reversed();

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    private MannerSlot() {}

    /** A way to put it, and what it comes to. */
    private record Phrase(List<String> words, String value) {}

    /** Reads rows of a slot, a value, and phrases parted by bars: one slot of each name. */
    public static Map<String, Slot> of(Table table) {
        var slots = new HashMap<String, MannerSlot>();
        for (var row : table.rows()) {
            var slot = slots.computeIfAbsent(row.cell(0), name -> new MannerSlot());
            for (var phrase : row.cell(2).split("\\|", -1)) {
                slot.add(new Phrase(List.of(phrase.strip().split(" +")), row.cell(1)), row);
            }
        }
        slots.values().forEach(slot -> slot.byFirstWord.values().forEach(p -> p.sort(LONGEST)));
        return Map.copyOf(slots);
    }

    private void add(Phrase phrase, Table.Row row) {
        if (phrase.words().size() > MAX_TOKENS) {
            throw row.wrong(phrase.words() + " has more than " + MAX_TOKENS + " words");
        }
        var begun =
                byFirstWord.computeIfAbsent(phrase.words().getFirst(), word -> new ArrayList<>());
        if (begun.stream().anyMatch(other -> other.words().equals(phrase.words()))) {
            throw row.wrong(phrase.words() + " stands above already");
        }
        begun.add(phrase);
    }

    @Override
    public Set<String> words() {
        return byFirstWord.keySet();
    }

    @Override
    public List<Filling> at(Passage passage, int position) {
        return byFirstWord.getOrDefault(passage.word(position), List.of()).stream()
                .filter(phrase -> isAt(phrase.words(), passage, position))
                .map(phrase -> new Filling(position + phrase.words().size(), phrase.value()))
                .toList();
    }

    private static boolean isAt(List<String> words, Passage passage, int position) {
        if (position + words.size() > passage.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!passage.word(position + i).equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
