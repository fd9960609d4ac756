package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;

/** When the transaction began, by the database's clock: the one that all workers share. */
public final class SelectNow {
    private static final String SQL = "SELECT now() AS began";

    private SelectNow() {}

    public static Future<Instant> run(SqlClient connection) {
        return connection
                .query(SQL)
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("began").toInstant());
    }
}
