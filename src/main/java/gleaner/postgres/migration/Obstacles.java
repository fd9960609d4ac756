package gleaner.postgres.migration;

import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What hangs on the column {@code preferences} itself, and would stay behind with the old one when
 * another takes its name; and triggers that would run for every row that is copied.
 */
public final class Obstacles {
    private static final String DEPENDENTS =
            """
            SELECT pg_describe_object(d.classid, d.objid, d.objsubid)
              FROM pg_depend d
              JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
             WHERE d.refclassid = 'pg_class'::regclass
               AND d.refobjid = 'public.universal_users'::regclass
               AND a.attname = 'preferences'
               AND d.classid <> 'pg_attrdef'::regclass
               AND NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = d.objid AND c.relname = ANY (?))
            UNION
            SELECT 'rights on the column preferences alone'
              FROM pg_attribute a
             WHERE a.attrelid = 'public.universal_users'::regclass
               AND a.attname = 'preferences'
               AND a.attacl IS NOT NULL
             ORDER BY 1
            """;

    private static final String TRIGGERS =
            """
            SELECT 'trigger ' || tgname
              FROM pg_trigger
             WHERE tgrelid = 'public.universal_users'::regclass
               AND NOT tgisinternal
               AND tgenabled IN ('O', 'A')
               AND tgname NOT LIKE 'zz_gleaner_%'
               AND tgtype & 16 > 0
               AND tgattr = ''::int2vector
             ORDER BY 1
            """;

    private static final String NOT_ALLOWED = "42501";

    private Obstacles() {}

    /**
     * All of them, each as PostgreSQL describes it.
     *
     * @param ours indexes that the migrations make anew
     */
    public static List<String> in(Jdbc database, List<String> ours) throws SQLException {
        var found =
                new ArrayList<>(database.texts(DEPENDENTS, (Object) ours.toArray(String[]::new)));
        var triggers = database.texts(TRIGGERS);
        if (!triggers.isEmpty() && !canSilenceTriggers(database)) {
            found.addAll(triggers);
        }
        return List.copyOf(found);
    }

    /** Whether this role may write without the triggers of others. */
    static boolean canSilenceTriggers(Jdbc database) throws SQLException {
        try {
            database.inTransaction(
                    () -> database.execute("SET LOCAL session_replication_role = replica"));
            return true;
        } catch (SQLException e) {
            if (NOT_ALLOWED.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
