package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;

/**
 * Locks users in one order: from here on the batch is the only one that writes to their memory.
 * Other programs can still refer to them (FOR NO KEY UPDATE).
 */
public final class LockUsers {
    private static final String SQL =
            """
            SELECT count(*)
              FROM (SELECT
                      FROM public.universal_users
                     WHERE universal_id = ANY ($1::text[])
                     ORDER BY universal_id COLLATE "C"
                       FOR NO KEY UPDATE) AS locked
            """;

    private LockUsers() {}

    public static Future<Void> run(SqlClient connection, Collection<String> users) {
        return connection
                .preparedQuery(SQL)
                .execute(Columns.of(users).text(user -> user).bind())
                .mapEmpty();
    }
}
