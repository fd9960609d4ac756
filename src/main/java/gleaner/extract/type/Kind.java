package gleaner.extract.type;

import gleaner.memory.EntityType;

/** What a noun names, as finely as the frames need it; the compiled vocabulary uses these names. */
public enum Kind {
    PET(EntityType.PET),
    FAMILY(EntityType.PERSON),
    LANGUAGE(EntityType.TOPIC),
    OCCUPATION(EntityType.OCCUPATION),
    FOOD(EntityType.FOOD),
    HOBBY(EntityType.HOBBY),
    MEDIA(EntityType.MEDIA),
    VEHICLE(EntityType.OTHER),
    HOME(EntityType.OTHER),
    ORGANIZATION(EntityType.ORGANIZATION),
    ANIMAL(EntityType.OTHER),
    PERSON(EntityType.PERSON),
    PLACE(EntityType.PLACE),
    TOPIC(EntityType.TOPIC),
    ACTIVITY(EntityType.ACTIVITY),
    INSTRUMENT(EntityType.HOBBY),
    BODY(EntityType.OTHER),
    GARMENT(EntityType.OTHER),
    TIME(EntityType.OTHER),
    CONDITION(EntityType.OTHER),
    ATTRIBUTE(EntityType.OTHER),
    THING(EntityType.OTHER),
    OTHER(EntityType.OTHER);

    private final EntityType entityType;

    Kind(EntityType entityType) {
        this.entityType = entityType;
    }

    /** As it is stored. */
    public EntityType entityType() {
        return entityType;
    }
}
