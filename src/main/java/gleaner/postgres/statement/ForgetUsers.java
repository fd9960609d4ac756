package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

/** Forgets users, each up to a time; what that means is written in {@code V6__forget_user.sql}. */
public final class ForgetUsers {
    private static final String SQL =
            """
            SELECT gleaner.forget_user(f.user_id, f.up_to)
              FROM unnest($1::text[], $2::timestamptz[]) AS f (user_id, up_to)
            """;

    private ForgetUsers() {}

    public static Future<Void> run(SqlClient connection, SortedMap<String, Instant> users) {
        var columns =
                Columns.of(users.entrySet()).text(Map.Entry::getKey).instant(Map.Entry::getValue);
        return connection.preparedQuery(SQL).execute(columns.bind()).mapEmpty();
    }
}
