package gleaner.memory;

import static gleaner.memory.Relation.Cardinality.ATTITUDE_AGAINST;
import static gleaner.memory.Relation.Cardinality.ATTITUDE_FOR;
import static gleaner.memory.Relation.Cardinality.ONE;
import static gleaner.memory.Relation.Cardinality.PER_ENTITY;
import static gleaner.memory.Relation.Endurance.LASTS;
import static gleaner.memory.Relation.Endurance.PASSES;
import static gleaner.memory.Relation.Endurance.PROSPECT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be believed of a user and an entity: the one registry of relations, which the reader,
 * the fold and the store share. The names are those of {@code
 * user_fact_relationships.relationship_type}.
 */
public enum Relation {
    LIKES(ATTITUDE_FOR, PASSES),
    LOVES(ATTITUDE_FOR, PASSES),
    ENJOYS(ATTITUDE_FOR, PASSES),
    PREFERS(ATTITUDE_FOR, PASSES),
    DISLIKES(ATTITUDE_AGAINST, PASSES),
    HATES(ATTITUDE_AGAINST, PASSES),
    AVOIDS(ATTITUDE_AGAINST, PASSES),
    LIVES_IN(ONE, PASSES),
    WORKS_AT(ONE, PASSES),
    WORKS_AS(ONE, PASSES),
    IS_NAMED(ONE, PASSES),
    BORN_ON(ONE, LASTS),
    AGE(ONE, PASSES),
    MARRIED_TO(ONE, PASSES),
    PARTNER_OF(ONE, PASSES),
    FROM(PER_ENTITY, LASTS),
    STUDIED_AT(PER_ENTITY, LASTS),
    VISITED(PER_ENTITY, LASTS),
    HAS(PER_ENTITY, PASSES),
    OWNS(PER_ENTITY, PASSES),
    HAS_CHILD(PER_ENTITY, LASTS),
    HAS_SIBLING(PER_ENTITY, LASTS),
    HAS_PET(PER_ENTITY, PASSES),
    DOES(PER_ENTITY, PASSES),
    PLAYS(PER_ENTITY, PASSES),
    PRACTICES(PER_ENTITY, PASSES),
    KNOWS(PER_ENTITY, LASTS),
    SPEAKS(PER_ENTITY, LASTS),
    ALLERGIC_TO(PER_ENTITY, PASSES),
    WANTS(PER_ENTITY, PROSPECT),
    NEEDS(PER_ENTITY, PROSPECT),
    GOAL(PER_ENTITY, PROSPECT);

    /** How many beliefs of this relation a user can hold at a time. */
    public enum Cardinality {
        /** One attitude towards an entity: liking a thing and hating it exclude each other. */
        ATTITUDE_FOR,
        /** As {@link #ATTITUDE_FOR}, from the other side. */
        ATTITUDE_AGAINST,
        /** One entity a user: a home, an employer. */
        ONE,
        /** Any number of entities, each believed or not. */
        PER_ENTITY
    }

    /** What a statement in the past or future tense says about now. */
    public enum Endurance {
        /** Over when told in the past tense: "I lived in Leeds". */
        PASSES,
        /** True for good once it was true: "I studied in Leeds". */
        LASTS,
        /** About the future by its nature: "I will need a car". */
        PROSPECT
    }

    private static final Map<String, Relation> BY_NAME =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(Relation::wireName, Function.identity()));
    private static final List<Relation> ATTITUDES =
            Arrays.stream(values()).filter(Relation::isAttitude).toList();

    private final Cardinality cardinality;
    private final Endurance endurance;

    Relation(Cardinality cardinality, Endurance endurance) {
        this.cardinality = cardinality;
        this.endurance = endurance;
    }

    public Cardinality cardinality() {
        return cardinality;
    }

    public Endurance endurance() {
        return endurance;
    }

    public boolean isAttitude() {
        return cardinality == ATTITUDE_FOR || cardinality == ATTITUDE_AGAINST;
    }

    /** All relations that exclude each other on one entity. */
    public static List<Relation> attitudes() {
        return ATTITUDES;
    }

    /** The name as it is stored and printed: {@code lives_in}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The relation of this stored name, if it is one of ours. */
    public static Optional<Relation> named(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }
}
