package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The receipt of a forgetting. */
public final class SelectReceipt {
    private static final String SQL =
            """
            SELECT counts
              FROM gleaner.receipt
             WHERE subject_hash = coalesce(gleaner.hash_within_user($1, $2), gleaner.user_hash($1))
               AND kind = CASE WHEN $2 IS NULL THEN 'user.forgotten' ELSE 'conversation.forgotten' END
               AND up_to = $3
            """;

    private SelectReceipt() {}

    /**
     * Fails where there is none.
     *
     * @param conversationId null where the whole user was forgotten
     */
    public static Future<Receipt> of(
            SqlClient connection, String userId, @Nullable String conversationId, Instant upTo) {
        return connection
                .preparedQuery(SQL)
                .execute(Tuple.of(userId, conversationId, upTo.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    var counts = new TreeMap<String, Long>();
                    rows.iterator()
                            .next()
                            .get(JsonObject.class, "counts")
                            .forEach(count ->
                                    counts.put(
                                            count.getKey(),
                                            ((Number) count.getValue()).longValue()));
                    return new Receipt(upTo, counts);
                });
    }
}
