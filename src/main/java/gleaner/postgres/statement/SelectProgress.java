package gleaner.postgres.statement;

import gleaner.event.Partition;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Where partitions stand, in partition order; those that nobody ever claimed are absent. */
public final class SelectProgress {
    private static final String ALL =
            """
            SELECT topic, partition, topic_id, next_offset, CASE WHEN NOT clean THEN owner END AS owner,
                   owner_epoch, crash_count, parked_reason, updated_at
              FROM gleaner.partition_progress
             ORDER BY topic, partition
            """;

    private static final String LOCKED =
            """
            SELECT p.topic, p.partition, p.topic_id, p.next_offset, CASE WHEN NOT p.clean THEN p.owner END AS owner,
                   p.owner_epoch, p.crash_count, p.parked_reason, p.updated_at
              FROM gleaner.partition_progress p
              JOIN unnest($1::text[], $2::int[]) AS a (topic, partition)
                ON a.topic = p.topic AND a.partition = p.partition
             ORDER BY p.topic, p.partition
               FOR NO KEY UPDATE OF p
            """;

    private SelectProgress() {}

    public static Future<List<PartitionProgress>> all(SqlClient client) {
        return client.query(ALL).execute().map(SelectProgress::rows);
    }

    /** Holds the rows until the end of the transaction: until then nobody moves or claims them. */
    public static Future<List<PartitionProgress>> locked(
            SqlClient connection, Collection<Partition> partitions) {
        var asked = Columns.of(partitions).text(Partition::topic).int4(Partition::number);
        return connection.preparedQuery(LOCKED).execute(asked.bind()).map(SelectProgress::rows);
    }

    private static List<PartitionProgress> rows(RowSet<Row> found) {
        var rows = new ArrayList<PartitionProgress>();
        found.forEach(row ->
                rows.add(
                        new PartitionProgress(
                                AdvancePositions.partition(row),
                                row.getString("topic_id"),
                                row.getLong("next_offset"),
                                row.getString("owner"),
                                row.getLong("owner_epoch"),
                                row.getInteger("crash_count"),
                                row.getString("parked_reason"),
                                row.getOffsetDateTime("updated_at").toInstant())));
        return rows;
    }
}
