package gleaner.postgres;

import gleaner.memory.Entity;
import gleaner.memory.EntityType;
import gleaner.memory.Observation;
import gleaner.memory.Slot;
import gleaner.memory.Statement;
import gleaner.postgres.statement.DeleteObservations.ObservationKey;
import gleaner.postgres.statement.ObservationRow;
import gleaner.postgres.statement.StoredObservation;
import gleaner.postgres.tidy.EntityGroup;
import gleaner.postgres.tidy.NamedEntity;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What was said of merged entities, under the name that stays. Case and space make no difference to
 * a statement's slot; a plural does, and so its statements are put in the place of those that there
 * were, with everything that they rest on.
 */
final class StatementMerge {
    private final EntityTypes types;
    private final Map<String, EntityGroup> groups;
    private final List<ObservationKey> replaced = new ArrayList<>();
    private final List<StoredObservation> replacements = new ArrayList<>();
    private final Set<Slot> touched = new HashSet<>();
    private final Map<UUID, Integer> counts = new HashMap<>();

    private StatementMerge(EntityTypes types, Map<String, EntityGroup> groups) {
        this.types = types;
        this.groups = groups;
    }

    /** Names, in lower case, under which statements are to be found that change. */
    static Set<String> names(Collection<EntityGroup> groups) {
        var names = new HashSet<String>();
        for (var group : groups) {
            for (var merged : group.merged()) {
                key(merged).filter(key -> !key.equals(key(group))).ifPresent(names::add);
            }
        }
        return names;
    }

    /**
     * @param rows statements under these names
     */
    static StatementMerge of(
            EntityTypes types, Collection<EntityGroup> groups, Iterable<Row> rows) {
        var byName = new HashMap<String, EntityGroup>();
        for (var group : groups) {
            for (var merged : group.merged()) {
                key(merged)
                        .filter(key -> !key.equals(key(group)))
                        .ifPresent(key -> byName.put(merged.type() + " " + key, group));
            }
        }
        var merge = new StatementMerge(types, byName);
        rows.forEach(merge::take);
        return merge;
    }

    private void take(Row row) {
        ObservationRow.read(row)
                .ifPresent(said -> {
                    if (said.statement() instanceof Statement.Fact(var relation, var entity)) {
                        var group = groups.get(types.stored(entity).type() + " " + entity.key());
                        if (group != null) {
                            var named = new Entity(entity.type(), group.name());
                            replace(row, said, new Statement.Fact(relation, named), group);
                        }
                    }
                });
    }

    private void replace(Row row, Observation said, Statement statement, EntityGroup group) {
        var renamed = said.of(statement);
        replaced.add(new ObservationKey(said.userId(), row.getUUID("observation_id")));
        replacements.add(StoredObservation.of(renamed, row.getBoolean("edited")));
        touched.add(said.slot());
        touched.add(renamed.slot());
        counts.merge(group.kept().id(), 1, Integer::sum);
    }

    private static String key(EntityGroup group) {
        return new Entity(EntityType.OTHER, group.name()).key();
    }

    private static Optional<String> key(NamedEntity entity) {
        return Entity.of(EntityType.OTHER, entity.name()).map(Entity::key);
    }

    List<ObservationKey> replaced() {
        return replaced;
    }

    List<StoredObservation> replacements() {
        return replacements;
    }

    /** To be folded anew. */
    Set<Slot> touched() {
        return touched;
    }

    /** Statements, by the entity that stays. */
    Map<UUID, Integer> counts() {
        return counts;
    }
}
