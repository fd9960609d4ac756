package gleaner.extract.preference.pattern;

import java.util.List;
import java.util.Set;

/**
 * A compiled pattern. Immutable; shared by threads.
 *
 * @param steps its instructions, the first one first
 * @param longest most tokens that it can take
 * @param firsts the only words that it can begin with; empty where it may be any
 * @param opening whether it matches only where a clause begins
 * @param needs for each thing that it cannot do without, the words that it can be
 * @param takes names of the slots that a match remembers
 * @param words all that it is written with
 */
public record Pattern(
        List<Step> steps,
        int longest,
        IdSet firsts,
        boolean opening,
        List<Set<String>> needs,
        Set<String> takes,
        Set<String> words) {
    public Pattern {
        steps = List.copyOf(steps);
        needs = List.copyOf(needs);
        takes = Set.copyOf(takes);
        words = Set.copyOf(words);
    }

    /** Whether a match could begin at this token. */
    boolean mayBegin(Passage passage, int position) {
        return (!opening || passage.opens(position))
                && (firsts.isEmpty() || firsts.contains(passage.id(position)));
    }
}
