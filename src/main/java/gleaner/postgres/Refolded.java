package gleaner.postgres;

import gleaner.memory.Observation;
import gleaner.memory.Slot;
import gleaner.memory.SlotState;
import gleaner.postgres.statement.FactRow;
import gleaner.postgres.statement.HistoryRow;
import gleaner.postgres.statement.PreferencePatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What folding the touched slots changes in the tables, gathered slot by slot.
 *
 * <p>Built by one thread of the worker pool and handed over whole.
 */
final class Refolded {
    private static final Comparator<Slot> SLOTS =
            Comparator.comparing(Slot::userId).thenComparing(Slot::key);

    private final List<Observation> adopted = new ArrayList<>();
    private final List<FactFold.Write> written = new ArrayList<>();
    private final List<FactRow> ended = new ArrayList<>();
    private final SortedMap<Slot, Integer> historyLengths = new TreeMap<>(SLOTS);
    private final List<HistoryRow> history = new ArrayList<>();
    private final List<PreferencePatch> patches = new ArrayList<>();
    private int withheld;

    void add(Slot slot, FactFold.Change change) {
        remember(slot, change.state());
        adopted.addAll(change.adopted());
        ended.addAll(change.ended());
        change.written().ifPresent(written::add);
    }

    void add(Slot slot, PreferenceFold.Change change) {
        remember(slot, change.state());
        adopted.addAll(change.adopted());
    }

    void add(PreferenceDocument document) {
        document.patch().ifPresent(patches::add);
        withheld += document.withheld();
    }

    private void remember(Slot slot, SlotState state) {
        historyLengths.put(slot, state.history().size());
        for (int seq = 0; seq < state.history().size(); seq++) {
            history.add(new HistoryRow(slot, seq, state.history().get(seq)));
        }
    }

    /** Other writers' statements to store before their rows go. */
    List<Observation> adopted() {
        return adopted;
    }

    /** Beliefs to store, by user and slot. */
    List<FactFold.Write> written() {
        return written;
    }

    /** Rows to delete. */
    List<FactRow> ended() {
        return ended;
    }

    SortedMap<Slot, Integer> historyLengths() {
        return historyLengths;
    }

    List<HistoryRow> history() {
        return history;
    }

    List<PreferencePatch> patches() {
        return patches;
    }

    /** Preferences that found no room. */
    int withheld() {
        return withheld;
    }
}
