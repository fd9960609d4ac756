package gleaner.extract.preference.pattern;

/** One instruction of a compiled pattern. */
sealed interface Step {
    /** Takes one token that is one of these words. */
    record OneOf(IdSet words) implements Step {}

    /** Takes any token that does not part clauses. */
    record Any() implements Step {}

    /** Takes words by their meaning. */
    record Take(Slot slot, String name, boolean kept) implements Step {}

    /**
     * Goes on at {@code first}, or else at {@code second}.
     *
     * @param guard the only words that {@code first} can begin with; empty where it may be any
     */
    record Fork(int first, int second, IdSet guard) implements Step {}

    /** Goes on at {@code target}. */
    record Jump(int target) implements Step {}

    /** Goes on unless the next token is one of these words. */
    record Unless(IdSet words) implements Step {}

    /** Goes on where a clause begins. */
    record Opening() implements Step {}

    /** Goes on where a clause may end. */
    record Closing() implements Step {}

    /** The pattern has matched. */
    record Accept() implements Step {}
}
