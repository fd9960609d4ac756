package gleaner.memory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of thing an entity is; the names are those of {@code fact_entities.entity_type}. */
public enum EntityType {
    FOOD,
    HOBBY,
    PERSON,
    PLACE,
    MEDIA,
    ACTIVITY,
    TOPIC,
    PET,
    OCCUPATION,
    ORGANIZATION,
    OTHER;

    /** The name as it is stored and printed. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of this stored name, if it is one of ours. */
    public static Optional<EntityType> named(String wireName) {
        return Arrays.stream(values()).filter(t -> t.wireName().equals(wireName)).findFirst();
    }
}
