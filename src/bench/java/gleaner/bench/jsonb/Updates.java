package gleaner.bench.jsonb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** Counts, from now on, which of a table's updates left the indexes alone (HOT). */
final class Updates {
    private final Connection connection;
    private final Map<Side, Long> allBefore = new EnumMap<>(Side.class);
    private final Map<Side, Long> hotBefore = new EnumMap<>(Side.class);

    private Updates(Connection connection) {
        this.connection = connection;
    }

    static Updates from(Connection connection) throws SQLException {
        var updates = new Updates(connection);
        for (var side : Side.values()) {
            updates.allBefore.put(side, updates.all(side));
            updates.hotBefore.put(side, updates.hot(side));
        }
        return updates;
    }

    /** 0 to 1; 0 where nothing was updated. */
    double hotShare(Side side) throws SQLException {
        var all = all(side) - before(allBefore, side);
        return all == 0 ? 0 : (double) (hot(side) - before(hotBefore, side)) / all;
    }

    private static long before(Map<Side, Long> counts, Side side) {
        return counts.getOrDefault(side, 0L);
    }

    private long all(Side side) throws SQLException {
        return flushed("n_tup_upd", side);
    }

    private long hot(Side side) throws SQLException {
        return flushed("n_tup_hot_upd", side);
    }

    /** A session hands its counts over at the end of a statement, and only if it is asked to. */
    private long flushed(String column, Side side) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_force_next_flush()");
            statement.execute("SELECT pg_stat_clear_snapshot()");
        }
        return Sql.number(
                connection,
                "SELECT " + column + " FROM pg_stat_user_tables WHERE relname = ?",
                side.table());
    }
}
