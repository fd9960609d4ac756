package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.List;

/** How large the tables are that the worker shares with others. */
final class SizesCheck implements DatabaseCheck {
    private static final String SQL =
            """
            SELECT format('%s: %s, %s, indexes %s', relname,
                          CASE WHEN reltuples < 0 THEN 'rows never counted (ANALYZE)'
                               ELSE to_char(reltuples::bigint, '"about "FM999,999,999,999" rows"') END,
                          pg_size_pretty(pg_table_size(oid)), pg_size_pretty(pg_indexes_size(oid)))
              FROM pg_class
             WHERE relnamespace = 'public'::regnamespace
               AND relname = ANY (?)
               AND relkind = 'r'
             ORDER BY relname
            """;

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        return database.texts(SQL, (Object) Schema.SHARED.toArray(String[]::new)).stream()
                .map(size -> Finding.fine("tables.size", size))
                .toList();
    }
}
