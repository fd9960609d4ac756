package gleaner.postgres;

import gleaner.memory.Observation;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Slot;
import gleaner.postgres.statement.FactRow;
import gleaner.postgres.statement.ObservationRow;
import gleaner.postgres.statement.SlotKey;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Folds the slots that a batch touched, each from all that was ever said in it and all that stands
 * in it. CPU work: not for the event loop.
 */
final class Refold {
    private final Map<Slot, List<Observation>> said = new HashMap<>();
    private final Map<Slot, List<FactRow>> rows = new HashMap<>();
    private final Map<String, PreferenceDocument> documents = new TreeMap<>();
    private final Refolded refolded = new Refolded();

    /**
     * What was read for the fold.
     *
     * @param slots the touched slots, sorted
     * @param documents preferences by user, for those with a touched preference
     */
    record Input(
            Collection<Slot> slots,
            RowSet<Row> observations,
            RowSet<Row> facts,
            Map<String, String> documents) {}

    private Refold(Input input, int maxDocumentBytes) {
        input.observations()
                .forEach(row ->
                        ObservationRow.read(row)
                                .ifPresent(o ->
                                        said.computeIfAbsent(o.slot(), slot -> new ArrayList<>())
                                                .add(o)));
        input.facts().forEach(row -> FactRow.read(row).ifPresent(this::sortIn));
        input.documents()
                .forEach((user, stored) ->
                        documents.put(
                                user, new PreferenceDocument(user, stored, maxDocumentBytes)));
    }

    /** Folds all slots. */
    static Refolded of(Input input, EntityTypes types, int maxDocumentBytes) {
        var refold = new Refold(input, maxDocumentBytes);
        input.slots().forEach(slot -> refold.fold(slot, types));
        refold.documents.values().forEach(refold.refolded::add);
        return refold.refolded;
    }

    private void sortIn(FactRow row) {
        row.slot().ifPresent(slot -> rows.computeIfAbsent(slot, s -> new ArrayList<>()).add(row));
    }

    private void fold(Slot slot, EntityTypes types) {
        var observations = said.getOrDefault(slot, List.of());
        if (!SlotKey.isPreference(slot)) {
            refolded.add(
                    slot,
                    FactFold.of(slot, observations, rows.getOrDefault(slot, List.of()), types));
            return;
        }
        var document = documents.get(slot.userId());
        var key = PreferenceKey.named(SlotKey.preference(slot));
        if (document != null && key.isPresent()) {
            var name = key.get().wireName();
            var change =
                    PreferenceFold.of(slot.userId(), key.get(), observations, document.entry(name));
            document.apply(name, change.step());
            refolded.add(slot, change);
        }
    }
}
