package gleaner.extract.preference.slot;

import gleaner.extract.lang.Table;
import gleaner.extract.preference.pattern.Filling;
import gleaner.extract.preference.pattern.Passage;
import gleaner.extract.preference.pattern.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the pronouns that somebody wants to be spoken of with: "she/her", "they and them". Two
 * pronouns of one case ("his/her") name nobody's pronouns and are refused.
 */
public final class PronounSlot implements Slot {
    private static final int MOST = 4;

    /** What may part two pronouns. */
    public enum Parting {
        /** A slash only: sure wherever it stands. */
        SLASH,
        /** A slash, "and", a hyphen or nothing: where the pattern speaks of pronouns. */
        ANY,
        /** A single one, that stands for its set. */
        SINGLE
    }

    private final Map<String, List<String>> sets;
    private final Set<String> joints;
    private final Set<String> binary;
    private final Parting parting;

    private PronounSlot(
            Map<String, List<String>> sets,
            Set<String> joints,
            Set<String> binary,
            Parting parting) {
        this.sets = sets;
        this.joints = joints;
        this.binary = binary;
        this.parting = parting;
    }

    /**
     * Reads rows that hold one set of pronouns each, subject first.
     *
     * @param joints words that may part two pronouns: "and"
     * @param binary the first words of the sets that are said together of anybody: "he or she"
     */
    public static PronounSlot of(
            Table table, Set<String> joints, Set<String> binary, Parting parting) {
        var sets = new HashMap<String, List<String>>();
        for (var row : table.rows()) {
            for (var word : row.cells()) {
                if (sets.put(word, row.cells()) != null) {
                    throw row.wrong("\"" + word + "\" stands above already");
                }
            }
        }
        return new PronounSlot(Map.copyOf(sets), joints, binary, parting);
    }

    @Override
    public Set<String> words() {
        return sets.keySet();
    }

    @Override
    public List<Filling> at(Passage passage, int position) {
        var first = sets.get(passage.word(position));
        if (first == null) {
            return List.of();
        }
        if (parting == Parting.SINGLE) {
            return first.size() < 2
                    ? List.of()
                    : List.of(new Filling(position + 1, first.get(0) + "/" + first.get(1)));
        }
        var taken = new ArrayList<String>();
        taken.add(passage.word(position));
        int end = position + 1;
        while (taken.size() < MOST) {
            int next = afterParting(passage, end);
            if (next < 0 || next >= passage.size() || !sets.containsKey(passage.word(next))) {
                break;
            }
            taken.add(passage.word(next));
            end = next + 1;
        }
        return isChoice(taken) ? List.of() : List.of(new Filling(end, String.join("/", taken)));
    }

    private int afterParting(Passage passage, int at) {
        if (at >= passage.size()) {
            return -1;
        }
        if (passage.word(at).equals("/")) {
            return at + 1;
        }
        if (parting == Parting.SLASH) {
            return -1;
        }
        return joints.contains(passage.word(at)) ? at + 1 : at;
    }

    /** One alone, or forms of one case from different sets, as in "his or her form". */
    private boolean isChoice(List<String> taken) {
        if (taken.size() < 2) {
            return true;
        }
        var first = set(taken.get(0));
        var second = set(taken.get(1));
        boolean bothBinary = isBinary(first) && isBinary(second);
        return !first.equals(second) && bothBinary;
    }

    private List<String> set(String word) {
        return sets.getOrDefault(word, List.of());
    }

    /** "he/she" and "his/her" stand for anybody, not for somebody who goes by both. */
    private boolean isBinary(List<String> set) {
        return !set.isEmpty() && binary.contains(set.getFirst());
    }
}
