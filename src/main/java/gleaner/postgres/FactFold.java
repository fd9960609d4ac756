package gleaner.postgres;

import gleaner.memory.Belief;
import gleaner.memory.Entity;
import gleaner.memory.Fold;
import gleaner.memory.Observation;
import gleaner.memory.Slot;
import gleaner.memory.SlotState;
import gleaner.memory.Statement;
import gleaner.postgres.statement.FactRow;
import gleaner.postgres.statement.FactWrite;
import gleaner.postgres.statement.StoredEntity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Folds one slot of facts, and compares what comes out with the rows that stand there: at most one
 * row stays.
 */
final class FactFold {
    private final Slot slot;
    private final EntityTypes types;
    private final List<FactRow> ours = new ArrayList<>();
    private final Map<Observation, FactRow> foreign = new HashMap<>();
    private final SlotState state;

    /**
     * What is to be done.
     *
     * @param adopted other writers' rows that are about to go, as observations
     * @param ended rows to delete
     * @param written the belief, where no row holds it yet as it is
     */
    record Change(
            SlotState state,
            List<Observation> adopted,
            List<FactRow> ended,
            Optional<Write> written) {}

    /**
     * A belief to write.
     *
     * @param replaces the row about the same entity and relation, if there is one
     * @param entityId where a row of the slot knows it already
     */
    record Write(
            FactWrite fact,
            StoredEntity entity,
            @Nullable FactRow replaces,
            @Nullable UUID entityId) {}

    private FactFold(
            Slot slot, Collection<Observation> said, Collection<FactRow> rows, EntityTypes types) {
        this.slot = slot;
        this.types = types;
        for (var row : rows) {
            if (FactMetadata.isOurs(row)) {
                ours.add(row);
            } else {
                row.statement().ifPresent(s -> foreign.put(ForeignFact.observation(row, s), row));
            }
        }
        var all = new ArrayList<>(said);
        all.addAll(foreign.keySet());
        all.sort(Observation.BY_PRECEDENCE);
        state = Fold.fold(all);
    }

    /**
     * @param said what was said in the slot
     * @param rows what stands there
     */
    static Change of(
            Slot slot, Collection<Observation> said, Collection<FactRow> rows, EntityTypes types) {
        return new FactFold(slot, said, rows, types).change();
    }

    private Change change() {
        var believed = state.current().stream().findFirst();
        var kept = believed.map(b -> foreign.get(b.observation()));
        var going = new HashMap<>(foreign);
        kept.ifPresent(row -> going.values().remove(row));
        var written =
                kept.isPresent() ? Optional.<Write>empty() : believed.map(belief -> write(belief));
        var ended = new ArrayList<>(ours);
        ended.addAll(going.values());
        written.map(Write::replaces).ifPresent(ended::remove);
        return new Change(
                state,
                going.keySet().stream().sorted(Observation.BY_PRECEDENCE).toList(),
                ended,
                written.filter(w -> w.replaces() == null || !holds(w.replaces(), w.fact())));
    }

    private Write write(Belief belief) {
        if (!(belief.observation().statement()
                instanceof Statement.Fact(var relation, Entity entity))) {
            throw new IllegalStateException("a preference in a slot of facts");
        }
        var stored = types.stored(entity);
        var rows = new ArrayList<>(ours);
        rows.addAll(foreign.values());
        var sameEntity =
                rows.stream().filter(r -> isAbout(r, stored)).map(FactRow::entityId).findFirst();
        var sameFact =
                rows.stream()
                        .filter(r -> isAbout(r, stored) && r.relation() == relation)
                        .findFirst();
        var metadata = FactMetadata.of(slot, belief).toString();
        return new Write(
                FactWrite.of(slot.userId(), relation, belief, metadata),
                stored,
                sameFact.orElse(null),
                sameFact.map(FactRow::entityId).or(() -> sameEntity).orElse(null));
    }

    private static boolean isAbout(FactRow row, StoredEntity entity) {
        return row.entityType().equals(entity.type())
                && row.statement().filter(s -> s.entity().key().equals(entity.key())).isPresent();
    }

    /**
     * Times are left out: they follow from the metadata, and an older script's trigger sets them.
     */
    private static boolean holds(FactRow row, FactWrite fact) {
        return FactMetadata.isOurs(row)
                && Double.valueOf(fact.confidence()).equals(row.confidence())
                && Double.valueOf(fact.strength()).equals(row.strength())
                && fact.emotion().equals(row.emotion())
                && java.util.Objects.equals(fact.conversationId(), row.conversationId())
                && java.util.Objects.equals(fact.character(), row.character())
                && java.util.Objects.equals(fact.platform(), row.platform())
                && Json.read(fact.metadata()).equals(Json.read(row.metadata()));
    }
}
