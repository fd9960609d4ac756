package gleaner.postgres.operation;

import org.jspecify.annotations.Nullable;

/** What became of a dead letter that was tried once more. */
public sealed interface Redriven {

    /**
     * Its record is applied, and the letter is gone.
     *
     * @param observations newly stored
     * @param beliefs rows of current beliefs written or ended
     * @param preferences users whose preferences changed
     */
    record Applied(int observations, int beliefs, int preferences) implements Redriven {}

    /** Its record is none of ours, as this version sees it, and the letter is gone. */
    record Ignored() implements Redriven {}

    /** The letter stays, with the reason of this time. */
    record StillDead(String errorClass, @Nullable String sqlState, String reason)
            implements Redriven {}

    /** There is no such letter: it was applied or purged meanwhile. */
    record NotThere() implements Redriven {}
}
