package gleaner.postgres.statement;

import gleaner.memory.Entity;
import org.jspecify.annotations.Nullable;

/**
 * An entity as {@code fact_entities} holds it: about the entity alone, with nobody's words.
 *
 * @param type as the table takes it
 * @param name as it would be spelt if it were new
 * @param key what all its spellings share
 * @param category the finer type, where the table does not take that as a type
 */
public record StoredEntity(String type, String name, String key, @Nullable String category) {

    /** An entity under the type that the table takes for it. */
    public static StoredEntity of(Entity entity, String acceptedType) {
        var own = entity.type().wireName();
        return new StoredEntity(
                acceptedType, entity.name(), entity.key(), own.equals(acceptedType) ? null : own);
    }

    /** Whether two are one row. */
    public boolean isSame(StoredEntity other) {
        return type.equals(other.type) && key.equals(other.key);
    }
}
