package gleaner.memory;

import java.util.List;

/**
 * What a slot's observations come to.
 *
 * @param current what is believed now: at most one, but for topics, of which each is its own
 * @param history what was believed before, oldest end first
 */
public record SlotState(List<Belief> current, List<PastBelief> history) {
    public SlotState {
        current = List.copyOf(current);
        history = List.copyOf(history);
    }
}
