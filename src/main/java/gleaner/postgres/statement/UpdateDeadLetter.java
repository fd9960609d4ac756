package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/** Notes that a dead letter was tried once more, and why it could not be applied this time. */
public final class UpdateDeadLetter {
    private static final String SQL =
            """
            UPDATE gleaner.dead_letter
               SET attempts = attempts + 1, error_class = $4, sqlstate = $5, reason = $6
             WHERE topic = $1 AND partition = $2 AND "offset" = $3
            """;

    private UpdateDeadLetter() {}

    public static Future<Void> run(
            SqlClient connection,
            LetterKey key,
            String errorClass,
            @Nullable String sqlState,
            String reason) {
        return connection
                .preparedQuery(SQL)
                .execute(
                        Tuple.of(
                                key.partition().topic(),
                                key.partition().number(),
                                key.offset(),
                                errorClass,
                                sqlState,
                                reason))
                .mapEmpty();
    }
}
