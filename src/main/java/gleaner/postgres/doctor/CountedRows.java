package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that something is the matter with.
 *
 * @param count how many
 * @param firstIds the first of them
 */
record CountedRows(long count, List<String> firstIds) {
    /**
     * @param ids a query that gives the id of each, as text
     */
    static CountedRows of(Jdbc database, String ids) throws SQLException {
        return database.row(
                counted(ids), row -> new CountedRows(row.getLong(1), texts(row.getArray(2))));
    }

    boolean isNone() {
        return count == 0;
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    private static String counted(String ids) {
        return """
        SELECT count(*), (array_agg(id ORDER BY id COLLATE "C"))[1:%d] FROM (%s) AS found (id)
        """
                .formatted(Finding.NAMED, ids);
    }
}
