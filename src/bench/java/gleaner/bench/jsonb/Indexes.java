package gleaner.bench.jsonb;

import java.sql.Connection;
import java.sql.SQLException;

/** Makes and removes the index that is measured, on the sides that get one. */
final class Indexes {
    private final Connection connection;
    private final Access access;

    Indexes(Connection connection, Access access) {
        this.connection = connection;
        this.access = access;
    }

    void create() throws SQLException {
        var number = 0;
        for (var definition : access.definitions()) {
            number++;
            for (var side : Side.values()) {
                if (side.isIndexed()) {
                    execute(
                            "CREATE INDEX %s ON {table} ".formatted(name(side, number))
                                    + definition,
                            side);
                }
            }
        }
        Filling.settle(connection);
    }

    void drop() throws SQLException {
        for (var side : Side.values()) {
            for (var number = 1; number <= access.definitions().size(); number++) {
                execute("DROP INDEX IF EXISTS " + name(side, number), side);
            }
        }
        Filling.settle(connection);
    }

    /** In bytes, of all together. */
    long size(Side side) throws SQLException {
        var bytes = 0L;
        for (var number = 1; number <= access.definitions().size(); number++) {
            bytes += Sql.number(connection, "SELECT pg_relation_size(?)", name(side, number));
        }
        return bytes;
    }

    private static String name(Side side, int number) {
        return Access.PREFIX + side.table() + "_" + number;
    }

    private void execute(String template, Side side) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(side.sql(template));
        }
    }
}
