package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** One dead letter, locked: whoever else wants to try it again waits, and then finds it gone. */
public final class SelectDeadLetter {
    private static final String SQL =
            "SELECT "
                    + LetterRow.COLUMNS
                    + """

                      FROM gleaner.dead_letter
                     WHERE topic = $1 AND partition = $2 AND "offset" = $3
                       FOR UPDATE
                    """;

    private SelectDeadLetter() {}

    public static Future<Optional<LetterRow>> at(SqlClient connection, LetterKey key) {
        return connection
                .preparedQuery(SQL)
                .execute(Tuple.of(key.partition().topic(), key.partition().number(), key.offset()))
                .map(found ->
                        found.size() == 0
                                ? Optional.empty()
                                : Optional.of(LetterRow.of(found.iterator().next())));
    }
}
