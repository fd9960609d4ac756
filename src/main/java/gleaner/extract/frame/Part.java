package gleaner.extract.frame;

import java.util.Set;

/** A step in what must follow a verb. */
sealed interface Part {

    /** One of these words. */
    record Literal(Set<String> words, boolean optional) implements Part {}

    /** Perhaps determiners, adjectives and adverbs. */
    record Modifiers() implements Part {}

    /** Perhaps a few words of any kind. */
    record Gap() implements Part {}

    /** The clause ends, or pauses. */
    record End() implements Part {}

    /** This very entity. */
    record Constant(String entity) implements Part {}

    /** The verb itself, as an activity. */
    record Self() implements Part {}

    /** Phrases to take as entities. */
    record Slot(Content content) implements Part {}

    /** A thing whose head is one of these words, without that head unless {@code whole}. */
    record Compound(Set<String> heads, boolean whole) implements Part {}

    /** What can stand in a {@link Slot}. */
    enum Content {
        OBJ,
        NP,
        VP,
        NAME,
        /** A name that is announced as one, even where it is a word. */
        CALLED,
        NUM,
        AGE,
        DATE,
        OCCUPATION,
        SCHOOL,
        KIDS,
        /** "Egyptian", as the country. */
        NATIONALITY,
        PLACE
    }
}
