package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dead letters, the latest first. */
public final class SelectDeadLetters {
    private static final String SQL =
            "SELECT "
                    + LetterRow.COLUMNS
                    + """

                      FROM gleaner.dead_letter
                     WHERE ($1::text IS NULL OR topic = $1)
                       AND ($2::int IS NULL OR partition = $2)
                       AND ($3::text IS NULL OR error_class = $3)
                     ORDER BY created_at DESC, topic, partition, "offset"
                     LIMIT $4
                    """;

    private SelectDeadLetters() {}

    /** Which ones; null is any. */
    public record Which(
            @Nullable String topic, @Nullable Integer partition, @Nullable String errorClass) {}

    public static Future<List<LetterRow>> run(SqlClient client, Which which, int limit) {
        return client.preparedQuery(SQL)
                .execute(Tuple.of(which.topic(), which.partition(), which.errorClass(), limit))
                .map(found -> {
                    var letters = new ArrayList<LetterRow>();
                    found.forEach(row -> letters.add(LetterRow.of(row)));
                    return letters;
                });
    }
}
