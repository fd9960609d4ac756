package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.List;

/**
 * What the role in the settings may do. To migrate it has to own the tables that it finds; to run
 * on a migrated database, to read and write them.
 */
final class RightsCheck implements DatabaseCheck {
    private static final String CHECK = "postgres.rights";

    private static final String TO_MIGRATE =
            """
            SELECT what FROM (
                SELECT 1, 'CREATE on the database ' || current_database()
                 WHERE NOT has_database_privilege(current_database(), 'CREATE')
                   AND to_regnamespace('gleaner') IS NULL
                UNION ALL
                SELECT 2, 'TEMPORARY on the database ' || current_database()
                 WHERE NOT has_database_privilege(current_database(), 'TEMPORARY')
                UNION ALL
                SELECT 3, 'CREATE on the schema ' || nspname
                  FROM pg_namespace
                 WHERE nspname IN ('public', 'gleaner')
                   AND NOT has_schema_privilege(oid, 'CREATE')
                UNION ALL
                SELECT 4, 'ownership of ' || oid::regclass
                  FROM pg_class
                 WHERE relnamespace = 'public'::regnamespace
                   AND relname = ANY (?)
                   AND NOT pg_has_role(relowner, 'USAGE')
                UNION ALL
                SELECT 5, 'ownership of ' || oid::regprocedure
                  FROM pg_proc
                 WHERE pronamespace = 'public'::regnamespace
                   AND proname IN ('update_updated_at_column', 'get_user_facts_with_relations',
                                   'discover_similar_entities')
                   AND NOT pg_has_role(proowner, 'USAGE')
            ) AS missing (nth, what)
             ORDER BY nth, what
            """;

    private static final String TO_RUN =
            """
            SELECT right_name || ' on ' || c.oid::regclass
              FROM pg_class c
             CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS right_name
             WHERE c.relkind = 'r'
               AND (c.relnamespace = to_regnamespace('gleaner')
                    OR c.relnamespace = 'public'::regnamespace AND c.relname = ANY (?))
               AND NOT has_table_privilege(c.oid, right_name)
            UNION ALL
            SELECT 'USAGE on the schema ' || nspname
              FROM pg_namespace
             WHERE nspname IN ('public', 'gleaner')
               AND NOT has_schema_privilege(oid, 'USAGE')
             ORDER BY 1
            """;

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        var isToMigrate = !schema.pending().isEmpty();
        var missing =
                database.texts(
                        isToMigrate ? TO_MIGRATE : TO_RUN,
                        (Object) Schema.SHARED.toArray(String[]::new));
        return List.of(
                missing.isEmpty()
                        ? Finding.fine(
                                CHECK,
                                "this role may " + (isToMigrate ? "migrate" : "read and write"))
                        : Finding.blocks(
                                CHECK,
                                "this role lacks " + String.join(", ", missing),
                                "GRANT what is missing, or run migrate as the owner and only the"
                                        + " worker as this role."));
    }
}
