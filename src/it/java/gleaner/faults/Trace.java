package gleaner.faults;

import gleaner.event.Partition;
import java.time.Instant;
import java.util.UUID;

/**
 * What a transaction that committed did, as {@link History} recorded it within that transaction.
 */
sealed interface Trace {
    /** The transaction's number. */
    long transaction();

    /** The position of a partition stood here first. */
    record Began(long transaction, Partition partition, long position) implements Trace {}

    /** A position moved. */
    record Moved(long transaction, Partition partition, long epoch, long from, long to, Instant at)
            implements Trace {}

    /**
     * A partition was claimed.
     *
     * @param suspects whether the owner before is taken to have died
     */
    record Claimed(long transaction, Partition partition, long epoch, boolean suspects, Instant at)
            implements Trace {}

    /** An observation was about to be stored, whether or not it was there already. */
    record Observed(long transaction, String user, String eventId, UUID observation)
            implements Trace {}

    /** A dead letter was about to be stored, whether or not it was there already. */
    record Buried(long transaction, Partition partition, long offset, String errorClass)
            implements Trace {}
}
