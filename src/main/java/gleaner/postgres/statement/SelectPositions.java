package gleaner.postgres.statement;

import gleaner.cycle.Claim;
import gleaner.event.Partition;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Map;
import java.util.Set;

/** What is committed for partitions, whoever owns them. */
public final class SelectPositions {
    private static final String SQL =
            """
            SELECT p.topic, p.partition, p.owner_epoch, p.next_offset, p.crash_count, p.suspect_offset,
                   p.parked_reason
              FROM gleaner.partition_progress p
              JOIN unnest($1::text[], $2::int[]) AS a (topic, partition)
                ON a.topic = p.topic AND a.partition = p.partition
            """;

    private SelectPositions() {}

    /** Partitions that nobody ever claimed are absent. */
    public static Future<Map<Partition, Claim>> run(SqlClient client, Set<Partition> partitions) {
        var asked = Columns.of(partitions).text(Partition::topic).int4(Partition::number);
        return client.preparedQuery(SQL)
                .execute(asked.bind())
                .map(rows -> ClaimPartitions.claims(rows, Map.of()));
    }
}
