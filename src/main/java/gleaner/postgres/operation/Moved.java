package gleaner.postgres.operation;

import gleaner.postgres.statement.PartitionProgress;

/**
 * A partition that was put to another position.
 *
 * @param before how it stood
 * @param position where it stands now
 */
public record Moved(PartitionProgress before, long position) {}
