package gleaner.demo;

/**
 * What the worker says of the records it read.
 *
 * @param deadLettered those it gave up, the rejected ones among them
 */
record Tally(long polled, long accepted, long ignored, long rejected, long deadLettered) {

    /** Each record that was read became exactly one of the three. */
    boolean balances() {
        return polled == accepted + ignored + rejected;
    }
}
