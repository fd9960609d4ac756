package gleaner.cycle;

import gleaner.event.Partition;

/**
 * The step a batch moves one partition's committed position by.
 *
 * @param ownerEpoch the claim under which the records were read
 * @param from the last committed position, which need not be the first record's offset: offsets are
 *     sparse
 * @param to the position behind the last record
 */
public record PartitionAdvance(Partition partition, long ownerEpoch, long from, long to) {
    public PartitionAdvance {
        if (to <= from) {
            throw new IllegalArgumentException(
                    partition + " would move from " + from + " to " + to);
        }
    }
}
