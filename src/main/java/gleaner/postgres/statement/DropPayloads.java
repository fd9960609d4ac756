package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;

/**
 * Removes the kept payloads of dead letters of users who took something back: nobody can see in
 * them whether it is what was meant.
 */
public final class DropPayloads {
    private static final String SQL =
            """
            SELECT gleaner.drop_payloads(u.user_id)
              FROM unnest($1::text[]) AS u (user_id)
            """;

    private DropPayloads() {}

    public static Future<Void> of(SqlClient connection, Collection<String> users) {
        var columns = Columns.of(users).text(user -> user);
        return connection.preparedQuery(SQL).execute(columns.bind()).mapEmpty();
    }
}
