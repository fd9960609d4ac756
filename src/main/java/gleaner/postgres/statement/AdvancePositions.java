package gleaner.postgres.statement;

import gleaner.cycle.PartitionAdvance;
import gleaner.event.Partition;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fence: moves the positions of a batch, each only from where the batch began and only under
 * the claim that it was read under.
 *
 * <p>The rows are locked in (topic, partition) order before any is changed. A row that somebody
 * else changed while we waited is compared anew by PostgreSQL itself, in its latest version (READ
 * COMMITTED), so the comparison cannot be stale.
 */
public final class AdvancePositions {
    private static final String SQL =
            """
            WITH step AS (
                SELECT *
                  FROM unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[], $5::bigint[])
                       AS s (topic, partition, owner_epoch, from_offset, to_offset)
            ), locked AS (
                SELECT p.topic, p.partition
                  FROM gleaner.partition_progress p
                  JOIN step s ON s.topic = p.topic AND s.partition = p.partition
                 ORDER BY p.topic, p.partition
                   FOR NO KEY UPDATE OF p
            )
            UPDATE gleaner.partition_progress p
               SET next_offset = s.to_offset,
                   crash_count = 0,
                   probe_offset = NULL,
                   suspect_offset = NULL,
                   updated_at = now()
              FROM step s
              JOIN locked l ON l.topic = s.topic AND l.partition = s.partition
             WHERE p.topic = s.topic
               AND p.partition = s.partition
               AND p.owner_epoch = s.owner_epoch
               AND p.next_offset = s.from_offset
            RETURNING p.topic, p.partition
            """;

    private AdvancePositions() {}

    /** Gives the partitions that could not be moved: none where all is well. */
    public static Future<Set<Partition>> run(
            SqlClient connection, List<PartitionAdvance> advances) {
        var steps =
                Columns.of(advances)
                        .text(a -> a.partition().topic())
                        .int4(a -> a.partition().number())
                        .int8(PartitionAdvance::ownerEpoch)
                        .int8(PartitionAdvance::from)
                        .int8(PartitionAdvance::to);
        return connection
                .preparedQuery(SQL)
                .execute(steps.bind())
                .map(moved -> {
                    var fenced = new HashSet<Partition>();
                    advances.forEach(a -> fenced.add(a.partition()));
                    moved.forEach(row -> fenced.remove(partition(row)));
                    return fenced;
                });
    }

    static Partition partition(Row row) {
        return new Partition(row.getString("topic"), row.getInteger("partition"));
    }
}
