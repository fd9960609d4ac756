package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Unique keys by which the worker finds rows that are there: without one, every write is refused.
 */
final class UniqueKeysCheck implements DatabaseCheck {
    private static final String CHECK = "tables.keys";

    private static final String MISSING =
            """
            SELECT wanted.name, wanted.key
              FROM (VALUES ('universal_users', 'universal_id'),
                           ('fact_entities', 'entity_type, entity_name'),
                           ('user_fact_relationships', 'user_id, entity_id, relationship_type'))
                   AS wanted (name, key)
             WHERE to_regclass('public.' || wanted.name) IS NOT NULL
               AND NOT EXISTS (
                       SELECT
                         FROM pg_index i
                        WHERE i.indrelid = to_regclass('public.' || wanted.name)
                          AND i.indisunique AND i.indisvalid AND i.indpred IS NULL
                          AND string_to_array(wanted.key, ', ') @> (
                                  SELECT array_agg(coalesce(a.attname::text, '(expression)'))
                                    FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, nth)
                                    LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                                   WHERE k.nth <= i.indnkeyatts)
                          AND i.indnkeyatts = cardinality(string_to_array(wanted.key, ', ')))
             ORDER BY 1
            """;

    private record Key(String table, String columns) {
        Finding missing(CountedRows doubled) {
            var index =
                    "CREATE UNIQUE INDEX CONCURRENTLY ON public.%s (%s);".formatted(table, columns);
            return Finding.blocks(
                            CHECK,
                            table
                                    + " has no unique key on ("
                                    + columns
                                    + "), so the worker's writes are refused"
                                    + (doubled.isNone() ? "" : "; keys that stand twice"),
                            doubled.isNone() ? index : "Make the keys unique, then " + index)
                    .of(doubled.count(), doubled.firstIds());
        }

        String doubled() {
            return "SELECT concat_ws(' ', %s) FROM public.%s GROUP BY %s HAVING count(*) > 1"
                    .formatted(columns, table, columns);
        }
    }

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        var missing = database.rows(MISSING, row -> new Key(row.getString(1), row.getString(2)));
        var findings = new ArrayList<Finding>();
        for (var key : missing) {
            findings.add(key.missing(CountedRows.of(database, key.doubled())));
        }
        return findings;
    }
}
