package gleaner.bench.jsonb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/**
 * What documents and tables really came to.
 *
 * @param documentBytes of the text, on average
 * @param tableBytes with what is stored out of line, by side
 */
record StoredSize(long documentBytes, Map<Side, Long> tableBytes) {

    static StoredSize of(Connection connection) throws SQLException {
        var tables = new EnumMap<Side, Long>(Side.class);
        for (var side : Side.values()) {
            tables.put(side, Sql.number(connection, "SELECT pg_table_size(?)", side.table()));
        }
        return new StoredSize(
                Sql.number(
                        connection,
                        "SELECT avg(octet_length(preferences)) FROM text_bare"
                                + " WHERE universal_id <= 'user_2'"),
                tables);
    }
}
