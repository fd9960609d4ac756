package gleaner.postgres.statement;

import gleaner.cycle.DeadLetter;
import gleaner.event.Partition;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which records of partitions were given up because processes died of them. In a topic that was
 * made anew the offset is another record.
 */
public final class SelectDeadlyOffsets {
    private static final String SQL =
            """
            SELECT d.topic, d.partition, d."offset"
              FROM gleaner.dead_letter d
              JOIN unnest($1::text[], $2::int[]) AS a (topic, partition)
                ON a.topic = d.topic AND a.partition = d.partition
              JOIN gleaner.partition_progress p
                ON p.topic = d.topic AND p.partition = d.partition
             WHERE d.error_class = '%s'
               AND (d.topic_id = p.topic_id) IS NOT FALSE
            """
                    .formatted(DeadLetter.PROCESS_DIED);

    private SelectDeadlyOffsets() {}

    /** Partitions without any are absent. */
    public static Future<Map<Partition, Set<Long>>> run(
            SqlClient client, Collection<Partition> partitions) {
        var asked = Columns.of(partitions).text(Partition::topic).int4(Partition::number);
        return client.preparedQuery(SQL)
                .execute(asked.bind())
                .map(rows -> {
                    var offsets = new TreeMap<Partition, Set<Long>>();
                    rows.forEach(row ->
                            offsets.computeIfAbsent(
                                            AdvancePositions.partition(row), p -> new HashSet<>())
                                    .add(row.getLong("offset")));
                    return offsets;
                });
    }
}
