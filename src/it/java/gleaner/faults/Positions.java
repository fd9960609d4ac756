package gleaner.faults;

import gleaner.event.Partition;
import gleaner.servers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the partitions stand, by the database's own word; while it does not answer, where they
 * stood last.
 */
final class Positions implements AutoCloseable {
    private final TestDatabase database;
    private @Nullable Connection connection;
    private Map<Partition, Long> latest = Map.of();

    Positions(TestDatabase database) {
        this.database = database;
    }

    Map<Partition, Long> now() {
        if (!look()) {
            look();
        }
        return latest;
    }

    /** Fails with a connection that died since the last time, and then connects anew. */
    private boolean look() {
        try {
            if (connection == null || connection.isClosed()) {
                connection = database.connect();
            }
            latest = ask(connection);
            return true;
        } catch (SQLException away) {
            close();
            return false;
        }
    }

    /** How many offsets they have passed in all. */
    long sum() {
        return now().values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<Partition, Long> ask(Connection connection) throws SQLException {
        var positions = new TreeMap<Partition, Long>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT topic, partition, next_offset"
                                        + " FROM gleaner.partition_progress")) {
            while (rows.next()) {
                positions.put(new Partition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        return positions;
    }

    @Override
    public void close() {
        var old = connection;
        connection = null;
        try {
            if (old != null) {
                old.close();
            }
        } catch (SQLException gone) {
            // It is not needed any more.
        }
    }
}
