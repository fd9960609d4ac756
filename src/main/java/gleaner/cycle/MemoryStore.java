package gleaner.cycle;

import gleaner.event.Partition;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Where the memory and the positions are kept, together. */
public interface MemoryStore {

    /**
     * Takes over partitions: ends every earlier claim on them.
     *
     * @return a claim for each partition; fails where the database cannot be reached
     */
    Future<Map<Partition, Claim>> claim(Collection<ClaimRequest> partitions);

    /** Applies a batch and moves its positions, in one transaction, or does neither. */
    Future<WriteOutcome> write(WriteBatch batch);

    /** What is committed now, to learn the truth after a fence or a lost reply. */
    Future<Map<Partition, Claim>> read(Set<Partition> partitions);

    /**
     * Notes that a record is about to be tried alone, so that the next owner knows of what this one
     * died.
     *
     * @return whether the claim still holds
     */
    Future<Boolean> probe(Claim claim, long offset);

    /**
     * Puts a partition aside until somebody decides where to go on.
     *
     * @param reason for people, without personal data
     * @return whether the claim still held
     */
    Future<Boolean> park(Claim claim, String reason);

    /** Gives claims back in order, so that the next owner need not suspect a crash. */
    Future<Void> release(Collection<Claim> claims);

    /**
     * What to claim.
     *
     * @param topicId the log's own id of the topic; another one than last time means that it was
     *     recreated
     * @param beginning first offset still in the log
     * @param end offset behind the last record
     * @param initialPosition where to start if nobody ever did
     */
    record ClaimRequest(
            Partition partition, String topicId, long beginning, long end, long initialPosition) {}
}
