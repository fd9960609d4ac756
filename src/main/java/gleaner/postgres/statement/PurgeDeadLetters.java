package gleaner.postgres.statement;

import gleaner.cycle.DeadLetter;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;

/**
 * Deletes dead letters of some age, the oldest first. Those of deadly records stay, without what
 * was kept of the record: the workers must know whom not to touch.
 */
public final class PurgeDeadLetters {
    private static final String LETTERS =
            """
            DELETE FROM gleaner.dead_letter
             WHERE (topic, partition, "offset") IN (
                   SELECT topic, partition, "offset"
                     FROM gleaner.dead_letter
                    WHERE created_at < now() - make_interval(secs => $1)
                      AND error_class <> $2
                    ORDER BY created_at
                    LIMIT $3
                      FOR UPDATE SKIP LOCKED)
            """;

    private static final String PAYLOADS =
            """
            UPDATE gleaner.dead_letter
               SET payload = NULL, key_id = NULL, user_hash = NULL
             WHERE created_at < now() - make_interval(secs => $1)
               AND error_class = $2
               AND payload IS NOT NULL
            """;

    private PurgeDeadLetters() {}

    /** Gives how many letters went. */
    public static Future<Integer> run(SqlClient client, Duration age, int limit) {
        var seconds = age.toMillis() / 1_000.0;
        return client.preparedQuery(PAYLOADS)
                .execute(Tuple.of(seconds, DeadLetter.PROCESS_DIED))
                .compose(dropped ->
                        client.preparedQuery(LETTERS)
                                .execute(Tuple.of(seconds, DeadLetter.PROCESS_DIED, limit)))
                .map(SqlResult::rowCount);
    }
}
