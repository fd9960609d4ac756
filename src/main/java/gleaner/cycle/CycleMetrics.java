package gleaner.cycle;

import gleaner.event.Partition;
import java.time.Duration;

/**
 * What the cycle counts. The equations that hold whenever nothing is in flight:
 *
 * <pre>
 * polled   = accepted + ignored + rejected
 * applied  = polled (records whose position is committed)
 * </pre>
 *
 * Records below the committed position are read for context only and counted as such, nowhere else.
 */
public interface CycleMetrics {

    /** Records at or beyond the committed position, as they are taken up. */
    void polled(int records);

    /** Records below the committed position, read only for the turns in them. */
    void contextOnly(int records);

    void accepted(int records);

    void ignored(int records);

    /** Records that could not be decoded, by error class. */
    void rejected(String errorClass, int records);

    /** Observations made by the reader, before any is taken back. */
    void observed(int observations);

    /** First-person statements that no rule could read. */
    void unread(int statements);

    /** Time that decoding and reading a batch took on the worker pool. */
    void extracted(int records, Duration took);

    /** A transaction committed. */
    void applied(int records, WriteOutcome.Committed outcome, Duration took);

    /** A record was given up and kept as a dead letter, by error class. */
    void deadLettered(String errorClass);

    /**
     * A batch that the database could not take for now and that will be tried again, by SQLSTATE.
     */
    void retried(String sqlState);

    /** A batch was cut in two to find the record that the database refuses. */
    void bisected();

    /** Offsets that should have come next and were not in the log. */
    void missing(long offsets);

    /** Batches dropped because somebody else owns a partition. */
    void fenced(int partitions);

    /** The committed position of a partition. */
    void position(Partition partition, long position);

    /** The partition is no longer ours. */
    void released(Partition partition);

    /** A partition was put aside until somebody looks at it. */
    void parked(Partition partition);
}
