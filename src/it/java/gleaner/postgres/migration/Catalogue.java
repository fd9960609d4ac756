package gleaner.postgres.migration;

import gleaner.postgres.Db;
import gleaner.servers.TestDatabase;
import java.sql.SQLException;
import java.util.List;

/** What a database looks like, line by line, but for its data. */
public final class Catalogue {
    private static final String SQL =
            """
            SELECT line FROM (
                SELECT format('column %s.%s.%s %s%s default %s generated %s',
                              n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                              CASE WHEN a.attnotnull THEN ' not null' END,
                              pg_get_expr(d.adbin, d.adrelid), a.attgenerated)
                  FROM pg_attribute a
                  JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                 WHERE a.attnum > 0 AND NOT a.attisdropped
                UNION ALL
                SELECT format('index %s valid %s', pg_get_indexdef(indexrelid), indisvalid) FROM pg_index
                UNION ALL
                SELECT format('constraint %s on %s %s valid %s',
                              conname, conrelid::regclass, pg_get_constraintdef(oid), convalidated)
                  FROM pg_constraint WHERE contype <> 'n' AND conrelid <> 0
                UNION ALL
                SELECT format('function %s', pg_get_functiondef(p.oid))
                  FROM pg_proc p
                 WHERE p.prokind = 'f'
                   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
                   AND p.pronamespace::regnamespace::text IN ('public', 'gleaner')
                UNION ALL
                SELECT format('trigger %s', pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal
                UNION ALL
                SELECT format('extension %s in %s', extname, extnamespace::regnamespace) FROM pg_extension
            ) AS catalogue (line)
             WHERE line ~ '\\m(public|gleaner|universal_users|fact_entities|user_fact_relationships|entity_relationships)'
                OR line LIKE 'extension%'
             ORDER BY line COLLATE "C"
            """;

    private Catalogue() {}

    /** Columns, types, defaults, indexes, constraints, functions, triggers, extensions. */
    public static List<String> of(TestDatabase database) throws SQLException {
        return Db.rows(database, SQL);
    }
}
