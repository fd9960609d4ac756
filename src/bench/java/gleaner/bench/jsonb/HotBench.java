package gleaner.bench.jsonb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which updates leave the indexes alone, by what room pages were left: merges, and the touch of a
 * column that no index knows.
 */
final class HotBench {
    private static final int UPDATES = 2_000;
    private static final String TOUCH =
            "UPDATE {table} SET last_active = now() WHERE universal_id = ?";

    private final Connection connection;
    private final Cell cell;

    /** None twice: a merge of what is there already is HOT with every index. */
    private int number;

    HotBench(Connection connection, Cell cell) {
        this.connection = connection;
        this.cell = cell;
    }

    /**
     * How many of the updates were HOT, 0 to 1.
     *
     * @param fillFactor percent of a page that is filled at first
     */
    record Row(Access access, int fillFactor, Side side, double merges, double touches) {}

    List<Row> run() throws SQLException {
        Filling.fill(connection, cell);
        var rows = new ArrayList<Row>();
        for (var access : List.of(Access.NONE, Access.PARTIAL, Access.GIN)) {
            for (var fillFactor : List.of(100, 85, 70)) {
                rows.addAll(measure(access, fillFactor));
            }
        }
        return rows;
    }

    private List<Row> measure(Access access, int fillFactor) throws SQLException {
        var indexes = new Indexes(connection, access);
        indexes.create();
        var rows = new ArrayList<Row>();
        for (var side : List.of(Side.TEXT_SAME, Side.JSONB)) {
            var merges = share(side, fillFactor, Operation.MERGE.sql(side), true);
            var touches = share(side, fillFactor, side.sql(TOUCH), false);
            rows.add(new Row(access, fillFactor, side, merges, touches));
        }
        indexes.drop();
        return rows;
    }

    private double share(Side side, int fillFactor, String sql, boolean merges)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    side.sql("ALTER TABLE {table} SET (fillfactor = %d)".formatted(fillFactor)));
            statement.execute(side.sql("VACUUM FULL {table}"));
        }
        var updates = Updates.from(connection);
        for (var update = 0; update < UPDATES; update++) {
            var parameters = Operation.MERGE.parameters(cell, number++);
            try (var statement = connection.prepareStatement(sql)) {
                if (merges) {
                    Sql.bind(statement, parameters);
                } else {
                    Sql.bind(statement, parameters[1]);
                }
                statement.executeUpdate();
            }
        }
        return updates.hotShare(side);
    }
}
