package gleaner.postgres.migration;

import gleaner.postgres.Jdbc;
import java.sql.SQLException;

/** How far the conversion of a large table's preferences beside running programs is. */
public enum Conversion {
    /** Not begun, or ended with everything. */
    NONE,
    /** Both columns are kept; programs see TEXT. */
    BEGUN,
    /** Programs see JSONB; the old column is kept for the way back. */
    KEEPS_OLD_COLUMN;

    private static final String SQL =
            """
            SELECT column_name
              FROM information_schema.columns
             WHERE table_schema = 'public'
               AND table_name = 'universal_users'
               AND column_name IN ('preferences_jsonb', 'preferences_text')
            """;

    /** As the columns tell it. */
    public static Conversion in(Jdbc database) throws SQLException {
        var columns = database.texts(SQL);
        if (columns.contains("preferences_text")) {
            return KEEPS_OLD_COLUMN;
        }
        return columns.contains("preferences_jsonb") ? BEGUN : NONE;
    }
}
