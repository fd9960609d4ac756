package gleaner.postgres.statement;

import gleaner.memory.PastBelief;
import gleaner.memory.Slot;

/**
 * A past belief as a row of {@code gleaner.belief_history}.
 *
 * @param seq its place in the slot's history, from 0
 */
public record HistoryRow(Slot slot, int seq, PastBelief past) {
    StatementColumns statement() {
        return StatementColumns.of(past.observation().statement());
    }
}
