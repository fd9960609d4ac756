package gleaner.postgres;

import gleaner.servers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Plain SQL against a test's database, as any other program would send it. */
public final class Db {
    private Db() {}

    /** Runs statements, separated by semicolons or not. */
    public static void execute(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.connect()) {
            execute(connection, sql);
        }
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Every row as one line, its columns separated by " | "; NULL as "-". */
    public static List<String> rows(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                var columns = new ArrayList<String>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    columns.add(found.getString(i) == null ? "-" : found.getString(i));
                }
                rows.add(String.join(" | ", columns));
            }
            return rows;
        }
    }

    /** The only column of the only row. */
    public static String value(TestDatabase database, String sql) throws SQLException {
        return rows(database, sql).getFirst();
    }
}
