package gleaner.cycle;

/** What becomes of a partition in which offsets are missing. */
public enum GapPolicy {
    /** They are counted: a compacted or transactional topic has gaps by nature. */
    COUNT,
    /**
     * All before the gap is applied, and the partition is parked: on a plain topic, gaps are
     * losses.
     */
    PARK
}
