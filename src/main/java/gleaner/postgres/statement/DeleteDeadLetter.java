package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** Removes a dead letter whose record is applied now. */
public final class DeleteDeadLetter {
    private static final String SQL =
            """
            DELETE FROM gleaner.dead_letter WHERE topic = $1 AND partition = $2 AND "offset" = $3
            """;

    private DeleteDeadLetter() {}

    public static Future<Void> at(SqlClient connection, LetterKey key) {
        return connection
                .preparedQuery(SQL)
                .execute(Tuple.of(key.partition().topic(), key.partition().number(), key.offset()))
                .mapEmpty();
    }
}
