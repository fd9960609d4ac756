package gleaner.postgres.migration;

import gleaner.postgres.Db;
import gleaner.servers.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Every row of every table that programs share with the worker, and of all tables of others. */
public final class AllRows {
    private static final String TABLES =
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1";

    private AllRows() {}

    /**
     * Each as one line. Preferences are told as the document that they hold, in whatever type, and
     * nothing as the empty one.
     */
    public static List<String> of(TestDatabase database) throws SQLException {
        var rows = new ArrayList<String>();
        for (var table : Db.rows(database, TABLES)) {
            for (var row : Db.rows(database, select(table))) {
                rows.add(table + ": " + row);
            }
        }
        return rows;
    }

    private static String select(String table) {
        return switch (table) {
            case "universal_users" ->
                    """
                    SELECT universal_id, primary_username, display_name, email, created_at, last_active,
                           privacy_settings, coalesce(preferences::text, '{}')::jsonb FROM universal_users ORDER BY 1
                    """;
            default -> "SELECT t FROM " + table + " t ORDER BY 1";
        };
    }
}
