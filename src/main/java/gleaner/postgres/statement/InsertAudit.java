package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** Writes down who changed what by command; the database adds its role and the time. */
public final class InsertAudit {
    private static final String SQL =
            """
            INSERT INTO gleaner.audit (command, arguments, os_user, counts)
            VALUES ($1, $2, $3, $4)
            """;

    private InsertAudit() {}

    /**
     * @param arguments without personal data
     * @param counts what came of it
     */
    public static Future<Void> run(
            SqlClient connection,
            String command,
            JsonObject arguments,
            String osUser,
            JsonObject counts) {
        return connection
                .preparedQuery(SQL)
                .execute(Tuple.of(command, arguments, osUser, counts))
                .mapEmpty();
    }
}
