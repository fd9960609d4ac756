package gleaner.cycle;

import gleaner.event.Partition;
import org.jspecify.annotations.Nullable;

/**
 * The right to work on a partition, as the store granted it.
 *
 * @param ownerEpoch fences every write: a later claim by anybody ends this one
 * @param position the next offset to apply, wherever the log stands
 * @param suspicion what the owners before us died of, if they did
 * @param parked why the partition must not be worked on, or null
 */
public record Claim(
        Partition partition,
        long ownerEpoch,
        long position,
        Suspicion suspicion,
        @Nullable String parked) {}
