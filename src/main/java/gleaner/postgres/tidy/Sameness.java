package gleaner.postgres.tidy;

import static java.util.Comparator.comparing;

import gleaner.memory.Entity;
import gleaner.memory.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Which names of a type are one: those that differ in case or space, and the plural with its
 * singular, but for types whose names are proper ones.
 */
public final class Sameness {
    private static final Set<EntityType> PROPER =
            EnumSet.of(
                    EntityType.PERSON, EntityType.PLACE, EntityType.MEDIA, EntityType.ORGANIZATION);

    private final UnaryOperator<String> singular;

    /**
     * @param singular of a name in lower case
     */
    public Sameness(UnaryOperator<String> singular) {
        this.singular = singular;
    }

    /** What the names of one thing share; nothing where it is no name. */
    Optional<String> key(NamedEntity entity) {
        return named(entity).map(e -> entity.type() + " " + name(entity.type(), e.key()));
    }

    /** Whether a name is written as no name of ours is: with spaces around it, or several. */
    static boolean isOdd(NamedEntity entity) {
        return named(entity).filter(e -> !e.name().equals(entity.name())).isPresent();
    }

    /** The groups among entities: several that are one, or one that is written oddly. */
    List<EntityGroup> groups(Collection<NamedEntity> entities) {
        var byKey = new TreeMap<String, List<NamedEntity>>();
        for (var entity : entities) {
            key(entity)
                    .ifPresent(
                            key -> byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(entity));
        }
        return byKey.values().stream()
                .map(this::group)
                .filter(group -> group.isRenamed() || !group.merged().isEmpty())
                .toList();
    }

    /** The one that is written as it should be stays, the singular before the plural. */
    private EntityGroup group(List<NamedEntity> same) {
        var sorted = new ArrayList<>(same);
        sorted.sort(
                comparing(Sameness::isOdd)
                        .thenComparing(this::isPlural)
                        .thenComparing(NamedEntity::name)
                        .thenComparing(NamedEntity::id));
        var kept = sorted.removeFirst();
        return new EntityGroup(kept, named(kept).orElseThrow().name(), sorted);
    }

    private boolean isPlural(NamedEntity entity) {
        var key = named(entity).orElseThrow().key();
        return !name(entity.type(), key).equals(key);
    }

    private String name(String type, String key) {
        var common = EntityType.named(type).filter(t -> !PROPER.contains(t)).isPresent();
        return common && key.chars().allMatch(c -> c < 128) ? singular.apply(key) : key;
    }

    private static Optional<Entity> named(NamedEntity entity) {
        return Entity.of(EntityType.named(entity.type()).orElse(EntityType.OTHER), entity.name());
    }
}
