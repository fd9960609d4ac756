package gleaner.cycle;

import java.time.Duration;

/**
 * How much the cycle holds at a time.
 *
 * @param batchRecords records of one transaction
 * @param batchBytes their bytes
 * @param batchTime how long their transaction may take before the next ones are made smaller
 * @param linger how long a batch waits to become full
 * @param inFlight batches between the intake and their commit
 * @param bufferRecords records that wait; beyond it partitions are paused
 * @param bufferBytes their bytes
 * @param contextRecords how many offsets back a turn can be context
 * @param contextTurns how many turns of a conversation are context
 * @param contextAge how old they may be
 * @param gaps what becomes of a partition in which offsets are missing
 * @param watchInterval between two looks whether somebody changed topics, positions or claims
 * @param restartPause before partitions are claimed anew after a fence or a lost position
 */
public record CycleLimits(
        int batchRecords,
        long batchBytes,
        Duration batchTime,
        Duration linger,
        int inFlight,
        int bufferRecords,
        long bufferBytes,
        int contextRecords,
        int contextTurns,
        Duration contextAge,
        GapPolicy gaps,
        Duration watchInterval,
        Duration restartPause) {

    /** Records that can be under way at a time. */
    int underWay() {
        return inFlight * batchRecords;
    }
}
