package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/**
 * Looks up, as readers do, who has a key among his preferences, of a key that nobody has: the way
 * through the index without the rows at its end.
 */
public final class CountHoldersOfNoKey {
    private static final String SQL =
            """
            SELECT count(*) AS holders
              FROM public.universal_users
             WHERE preferences ? 'gleaner.nobody'
            """;

    private CountHoldersOfNoKey() {}

    public static Future<Long> run(SqlClient connection) {
        return connection
                .preparedQuery(SQL)
                .execute()
                .map(rows -> rows.iterator().next().getLong("holders"));
    }
}
