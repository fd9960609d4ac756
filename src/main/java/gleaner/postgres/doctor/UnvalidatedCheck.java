package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows that break a CHECK of somebody else's that was never asked of all rows. */
final class UnvalidatedCheck implements DatabaseCheck {
    private static final String CHECK = "tables.rules";

    private static final String RULES =
            """
            SELECT c.conname, t.relname, pg_get_expr(c.conbin, c.conrelid)
              FROM pg_constraint c
              JOIN pg_class t ON t.oid = c.conrelid
             WHERE c.contype = 'c'
               AND NOT c.convalidated
               AND t.relnamespace = 'public'::regnamespace
               AND t.relname = ANY (?)
               AND c.conname NOT LIKE 'universal_users_preferences_%'
               AND c.conname NOT LIKE 'gleaner_%'
             ORDER BY 1
            """;

    private record Rule(String name, String table, String expression) {
        String broken() {
            var id = table.equals("universal_users") ? "universal_id" : "id";
            return "SELECT %s::text FROM public.%s WHERE NOT (%s)".formatted(id, table, expression);
        }
    }

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        var rules =
                database.rows(
                        RULES,
                        row -> new Rule(row.getString(1), row.getString(2), row.getString(3)),
                        (Object) Schema.SHARED.toArray(String[]::new));
        var findings = new ArrayList<Finding>();
        for (var rule : rules) {
            var broken = CountedRows.of(database, rule.broken());
            if (!broken.isNone()) {
                findings.add(
                        Finding.asks(
                                        CHECK,
                                        "rows of "
                                                + rule.table()
                                                + " break "
                                                + rule.name()
                                                + ", which refuses every later UPDATE of them",
                                        "Mend these rows, or drop the constraint.")
                                .of(broken.count(), broken.firstIds()));
            }
        }
        return findings;
    }
}
