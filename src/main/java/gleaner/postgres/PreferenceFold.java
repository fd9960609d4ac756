package gleaner.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gleaner.memory.Belief;
import gleaner.memory.Fold;
import gleaner.memory.Observation;
import gleaner.memory.PreferenceKey;
import gleaner.memory.SlotState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Folds one preference, and compares what comes out with the entry that stands there. */
final class PreferenceFold {
    private final JsonNode entry;
    private final boolean ours;
    private final List<Observation> foreign;
    private final SlotState state;

    /**
     * What is to be done.
     *
     * @param adopted what another writer's entry said, where that entry is about to go
     */
    record Change(SlotState state, List<Observation> adopted, Step step) {}

    /** What becomes of the entry. */
    sealed interface Step {
        /** It stays, or stays absent. */
        record Keep() implements Step {}

        /** It goes. */
        record Remove() implements Step {}

        /** Another takes its place. */
        record Put(ObjectNode entry) implements Step {}
    }

    private PreferenceFold(
            String userId, PreferenceKey key, Collection<Observation> said, JsonNode entry) {
        this.entry = entry;
        this.ours = PreferenceEntry.isOurs(entry);
        this.foreign =
                ours || entry.isMissingNode()
                        ? List.of()
                        : ForeignPreference.observations(userId, key, entry);
        var all = new ArrayList<>(said);
        all.addAll(foreign);
        all.sort(Observation.BY_PRECEDENCE);
        this.state = Fold.fold(all);
    }

    /**
     * @param said what was said of this preference
     * @param entry what stands under its key, or a missing node
     */
    static Change of(
            String userId, PreferenceKey key, Collection<Observation> said, JsonNode entry) {
        return new PreferenceFold(userId, key, said, entry).change();
    }

    private Change change() {
        if (state.current().isEmpty()) {
            return ours || !foreign.isEmpty() ? going(new Step.Remove()) : staying();
        }
        if (standsAsItIs() || outranks()) {
            return staying();
        }
        var next = PreferenceEntry.of(state);
        return ours && Json.isSame(next, entry) ? staying() : going(new Step.Put(next));
    }

    private Change going(Step step) {
        return new Change(state, foreign, step);
    }

    private Change staying() {
        return new Change(state, List.of(), new Step.Keep());
    }

    /** Another writer's entry says all that is believed, and nothing that is not. */
    private boolean standsAsItIs() {
        return !foreign.isEmpty()
                && foreign.size() == state.current().size()
                && state.current().stream().map(Belief::observation).allMatch(foreign::contains);
    }

    /**
     * Another writer's entry whose value our registry does not know cannot take part in the fold.
     * It stays while it was said later, as surely as ours.
     */
    private boolean outranks() {
        var isOpaque = !ours && !entry.isMissingNode() && foreign.isEmpty();
        if (!isOpaque) {
            return false;
        }
        var explicit =
                state.current().stream().map(Belief::observation).anyMatch(Observation::explicit);
        if (ForeignPreference.isExplicit(entry) != explicit) {
            return !explicit;
        }
        var theirs = ForeignPreference.saidAt(entry);
        return theirs != null && theirs.isAfter(lastSaid());
    }

    private Instant lastSaid() {
        return state.current().stream().map(Belief::lastSaid).max(Instant::compareTo).orElseThrow();
    }
}
