package gleaner;

import gleaner.event.Partition;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** How far a worker has come, by the database's own word. */
final class Progress {
    private final TestLog log;
    private final String topic;
    private final TestDatabase database;

    Progress(TestLog log, String topic, TestDatabase database) {
        this.log = log;
        this.topic = topic;
        this.database = database;
    }

    /** Waits until every partition that holds records is applied to its end. */
    void untilEnd() throws Exception {
        var ends = new TreeMap<>(log.endOffsets(topic));
        ends.values().removeIf(end -> end == 0);
        Eventually.until(
                () -> reached().entrySet().containsAll(ends.entrySet()),
                () -> "positions short of " + ends);
    }

    /** Waits until this many records are applied, over all partitions. */
    void untilApplied(long records) throws Exception {
        Eventually.until(() -> applied() >= records, () -> "fewer than " + records + " applied");
    }

    long applied() throws SQLException {
        return reached().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<Partition, Long> reached() throws SQLException {
        var reached = new TreeMap<Partition, Long>();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            if (!exists(statement)) {
                return reached;
            }
            try (var rows =
                    statement.executeQuery(
                            "SELECT topic, partition, next_offset FROM"
                                    + " gleaner.partition_progress")) {
                while (rows.next()) {
                    reached.put(new Partition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
                }
            }
        }
        return reached;
    }

    private static boolean exists(java.sql.Statement statement) throws SQLException {
        try (var rows =
                statement.executeQuery(
                        "SELECT to_regclass('gleaner.partition_progress') IS NOT NULL")) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
