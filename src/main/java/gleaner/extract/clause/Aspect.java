package gleaner.extract.clause;

/** What a verb group says beside its verb. */
public enum Aspect {
    NEGATED,
    PAST,
    FUTURE,
    PERFECT,
    PROGRESSIVE,
    HEDGED,
    WOULD,
    CAN,
    /** must, should, have to. */
    OBLIGED,
    /** "would rather". */
    RATHER,
    /** "only": this and nothing else. */
    EXCLUSIVE,
    USED_TO,
    HABITUAL,
    /** "no longer", "not anymore": it was so, and is no more. */
    ENDED,
    /** "really", "so much". */
    INTENSIFIED,
    /** "kinda", "a bit". */
    DIMINISHED
}
