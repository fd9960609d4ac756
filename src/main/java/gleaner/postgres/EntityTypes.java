package gleaner.postgres;

import gleaner.memory.Entity;
import gleaner.memory.EntityType;
import gleaner.postgres.statement.StoredEntity;
import java.util.Set;

/**
 * Under which type the table takes each of ours: its own, or, where an older script's CHECK does
 * not know it, {@code other}, with the finer type as its category.
 *
 * @param accepted the types that the table takes
 */
record EntityTypes(Set<String> accepted) {
    EntityTypes {
        accepted = Set.copyOf(accepted);
    }

    StoredEntity stored(Entity entity) {
        var own = entity.type().wireName();
        return StoredEntity.of(entity, accepted.contains(own) ? own : EntityType.OTHER.wireName());
    }
}
