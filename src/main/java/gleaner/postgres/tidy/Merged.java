package gleaner.postgres.tidy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What merging groups of entities for some users came to.
 *
 * @param lastUser of these users; empty when there are no more
 * @param facts rows that refer to the entity that stays instead, or became one with such a row; by
 *     that entity
 * @param statements that call it by its name now; by that entity
 * @param entities that went; by the entity that stays
 */
public record Merged(
        String lastUser,
        Map<UUID, Integer> facts,
        Map<UUID, Integer> statements,
        Map<UUID, Integer> entities) {
    public Merged {
        facts = Map.copyOf(facts);
        statements = Map.copyOf(statements);
        entities = Map.copyOf(entities);
    }

    /** Nothing yet. */
    public static Merged nothing() {
        return new Merged("", Map.of(), Map.of(), Map.of());
    }

    /** Whether all users of these groups were seen to. */
    public boolean isLast() {
        return lastUser.isEmpty();
    }

    /** Both together, as far as the later one came. */
    public Merged and(Merged later) {
        return new Merged(
                later.lastUser,
                sum(facts, later.facts),
                sum(statements, later.statements),
                sum(entities, later.entities));
    }

    private static Map<UUID, Integer> sum(Map<UUID, Integer> a, Map<UUID, Integer> b) {
        var sum = new HashMap<>(a);
        b.forEach((id, n) -> sum.merge(id, n, Integer::sum));
        return sum;
    }
}
