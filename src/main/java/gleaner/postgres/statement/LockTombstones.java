package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;

/**
 * Locks what is left of forgotten users. They may have no row any more that writers could queue at;
 * and a revision that arrives late makes none.
 */
public final class LockTombstones {
    private static final String SQL =
            """
            SELECT count(*)
              FROM (SELECT
                      FROM gleaner.forgotten_user
                     WHERE user_hash = ANY (array(SELECT gleaner.user_hash(u.user_id)
                                                    FROM unnest($1::text[]) AS u (user_id)))
                     ORDER BY user_hash
                       FOR NO KEY UPDATE) AS locked
            """;

    private LockTombstones() {}

    public static Future<Void> run(SqlClient connection, Collection<String> users) {
        return connection
                .preparedQuery(SQL)
                .execute(Columns.of(users).text(user -> user).bind())
                .mapEmpty();
    }
}
