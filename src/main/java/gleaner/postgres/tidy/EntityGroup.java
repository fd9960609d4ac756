package gleaner.postgres.tidy;

import java.util.List;

/**
 * Entities that are one thing.
 *
 * @param kept the one that stays
 * @param name how it is called from then on
 * @param merged the others, which go
 */
public record EntityGroup(NamedEntity kept, String name, List<NamedEntity> merged) {
    public EntityGroup {
        merged = List.copyOf(merged);
    }

    /** Whether the one that stays is called otherwise now. */
    public boolean isRenamed() {
        return !kept.name().equals(name);
    }
}
