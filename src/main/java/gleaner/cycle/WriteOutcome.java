package gleaner.cycle;

import gleaner.event.Partition;
import java.util.Set;

/** What became of a batch in the store. Expected failures are values: only bugs fail the future. */
public sealed interface WriteOutcome {

    /**
     * Data and positions are committed.
     *
     * @param observations newly stored
     * @param beliefs rows of current beliefs written or ended
     * @param preferences users whose preferences changed
     */
    record Committed(int observations, int beliefs, int preferences) implements WriteOutcome {}

    /** Somebody else owns one of the partitions, or its position moved: nothing was written. */
    record Fenced(Set<Partition> partitions) implements WriteOutcome {
        public Fenced {
            partitions = Set.copyOf(partitions);
        }
    }

    /** The database could not, for now; the same batch again later. */
    record Unavailable(String sqlState, String reason) implements WriteOutcome {}

    /**
     * The database ended the transaction because it took too long: a smaller batch may be in time.
     */
    record TooLong(String sqlState, String reason) implements WriteOutcome {}

    /**
     * The database refused some record's content: the batch must be split until the culprit stands
     * alone.
     */
    record Refused(String sqlState, String reason) implements WriteOutcome {}

    /** The database will refuse every batch until somebody repairs its set-up. */
    record Fatal(String sqlState, String reason) implements WriteOutcome {}
}
