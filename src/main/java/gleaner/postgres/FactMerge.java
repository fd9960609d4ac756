package gleaner.postgres;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import gleaner.memory.Entity;
import gleaner.memory.EntityType;
import gleaner.memory.Observation;
import gleaner.memory.Slot;
import gleaner.memory.Statement;
import gleaner.postgres.statement.AbsorbFacts.Absorbed;
import gleaner.postgres.statement.FactRow;
import gleaner.postgres.statement.MoveFacts.Move;
import gleaner.postgres.tidy.EntityGroup;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the rows about entities that are merged. All refer to the entity that stays;
 * where a user has two of one relation then, one stays. The other is no loss: the worker's own is
 * folded anew from what was said, another writer's is adopted as an observation, and one of a
 * relation that no fold knows is kept in the metadata of the one that stays.
 */
final class FactMerge {
    private final Map<UUID, EntityGroup> groups;
    private final Map<String, List<Stored>> sameFacts = new TreeMap<>();
    private final List<Observation> adopted = new ArrayList<>();
    private final List<Absorbed> absorbed = new ArrayList<>();
    private final List<UUID> deleted = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final Set<Slot> touched = new HashSet<>();
    private final Map<UUID, Integer> counts = new HashMap<>();

    /** A row as it is stored, and as the fold reads it where it does. */
    private record Stored(
            UUID id,
            String userId,
            UUID entityId,
            String relation,
            @Nullable String updatedAt,
            Optional<FactRow> fact) {

        static Stored of(Row row) {
            return new Stored(
                    row.getUUID("id"),
                    row.getString("user_id"),
                    row.getUUID("entity_id"),
                    row.getString("relationship_type"),
                    row.getString("stored_updated_at"),
                    FactRow.read(row));
        }

        boolean isForeign() {
            return fact.filter(row -> !FactMetadata.isOurs(row)).isPresent();
        }
    }

    private FactMerge(Map<UUID, EntityGroup> groups) {
        this.groups = Map.copyOf(groups);
    }

    /**
     * @param groups by the ids of all their entities
     * @param rows about these, locked
     */
    static FactMerge of(Map<UUID, EntityGroup> groups, Iterable<Row> rows) {
        var merge = new FactMerge(groups);
        rows.forEach(row -> merge.take(Stored.of(row)));
        merge.sameFacts.values().forEach(merge::merge);
        return merge;
    }

    private void take(Stored row) {
        var key = row.userId() + " " + kept(row) + " " + row.relation();
        sameFacts.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }

    private void merge(List<Stored> same) {
        var isMoved = same.stream().anyMatch(row -> !row.entityId().equals(kept(row)));
        if (!isMoved) {
            return;
        }
        var stays = same.stream().max(precedence()).orElseThrow();
        for (var row : same) {
            row.fact().ifPresent(this::touch);
            if (!row.equals(stays)) {
                end(row, stays);
            }
        }
        moves.add(new Move(stays.id(), kept(stays), stays.updatedAt()));
        counts.merge(kept(stays), same.size(), Integer::sum);
    }

    private void end(Stored row, Stored stays) {
        deleted.add(row.id());
        if (row.fact().isEmpty()) {
            absorbed.add(new Absorbed(stays.id(), row.id()));
        } else if (row.isForeign()) {
            var fact = row.fact().orElseThrow();
            statement(fact).ifPresent(s -> adopted.add(ForeignFact.observation(fact, s)));
        }
    }

    /** The slot as it was, and as it is under the name that stays. */
    private void touch(FactRow row) {
        row.slot().ifPresent(touched::add);
        statement(row).map(s -> Slot.of(row.userId(), s)).ifPresent(touched::add);
    }

    private Optional<Statement.Fact> statement(FactRow row) {
        var type = EntityType.named(row.entityType()).orElse(EntityType.OTHER);
        var name = requireNonNull(groups.get(row.entityId())).name();
        return Entity.of(type, name).map(entity -> new Statement.Fact(row.relation(), entity));
    }

    /** Another writer's row before ours, which comes again by itself; the later one of two. */
    private Comparator<Stored> precedence() {
        return comparing(Stored::isForeign)
                .thenComparing(
                        row -> row.fact().flatMap(f -> Optional.ofNullable(f.saidAt())),
                        comparing(at -> at.orElse(java.time.Instant.MIN)))
                .thenComparing(row -> row.updatedAt() == null ? "" : row.updatedAt())
                .thenComparing(row -> row.entityId().equals(kept(row)))
                .thenComparing(Stored::id);
    }

    private EntityGroup group(Stored row) {
        return requireNonNull(groups.get(row.entityId()));
    }

    private UUID kept(Stored row) {
        return group(row).kept().id();
    }

    /** Other writers' statements whose rows go. */
    List<Observation> adopted() {
        return adopted;
    }

    List<Absorbed> absorbed() {
        return absorbed;
    }

    /** Rows that go, before others take their place. */
    List<UUID> deleted() {
        return deleted;
    }

    List<Move> moves() {
        return moves;
    }

    /** To be folded anew. */
    Set<Slot> touched() {
        return touched;
    }

    /** Rows that were merged, by the entity that stays. */
    Map<UUID, Integer> counts() {
        return counts;
    }
}
