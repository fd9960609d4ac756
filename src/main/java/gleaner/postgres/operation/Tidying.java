package gleaner.postgres.operation;

import gleaner.postgres.EntityMerging;
import gleaner.postgres.tidy.EntityGroup;
import gleaner.postgres.tidy.Merged;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Merges some groups of entities that are one, for the next users who spoke of them. */
public final class Tidying implements Change<Merged> {
    private final EntityMerging merging;
    private final List<EntityGroup> groups;
    private final String after;

    /**
     * @param after the last user that was seen to; empty at the beginning
     */
    public Tidying(EntityMerging merging, List<EntityGroup> groups, String after) {
        this.merging = merging;
        this.groups = List.copyOf(groups);
        this.after = after;
    }

    @Override
    public Future<Merged> make(SqlConnection connection) {
        return merging.run(connection, groups, after);
    }

    @Override
    public Map<String, Long> counts(Merged merged) {
        return Map.of(
                "entities", sum(merged.entities()),
                "facts", sum(merged.facts()),
                "observations", sum(merged.statements()));
    }

    private static long sum(Map<UUID, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }
}
