package gleaner.postgres.operation;

import gleaner.postgres.statement.PurgeDeadLetters;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.Map;

/** Deletes dead letters of some age, all at once. */
public final class Purging implements Change<Integer> {
    private final Duration age;

    public Purging(Duration age) {
        this.age = age;
    }

    @Override
    public Future<Integer> make(SqlConnection connection) {
        return PurgeDeadLetters.run(connection, age, Integer.MAX_VALUE);
    }

    @Override
    public Map<String, Long> counts(Integer letters) {
        return Map.of("letters", letters.longValue());
    }
}
