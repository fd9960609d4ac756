package gleaner.cycle;

/**
 * How many records became what, since the start; see {@link CycleMetrics} for the equations.
 *
 * @param contextOnly records below the committed position, in none of the others
 */
public record CycleCounts(
        long polled,
        long accepted,
        long ignored,
        long rejected,
        long contextOnly,
        long applied,
        long deadLettered) {

    /** Whether every record that was taken up is decided and committed. */
    public boolean isBalanced() {
        return polled == accepted + ignored + rejected && applied == polled;
    }
}
