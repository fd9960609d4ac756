package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.UUID;

/** Removes observations that others are put in the place of. */
public final class DeleteObservations {
    private static final String SQL =
            """
            DELETE FROM gleaner.observation o
             USING unnest($1::text[], $2::uuid[]) AS d (user_id, observation_id)
             WHERE o.user_id = d.user_id
               AND o.observation_id = d.observation_id
            """;

    private DeleteObservations() {}

    /** Names an observation. */
    public record ObservationKey(String userId, UUID id) {}

    public static Future<Void> run(SqlClient connection, Collection<ObservationKey> observations) {
        return connection
                .preparedQuery(SQL)
                .execute(
                        Columns.of(observations)
                                .text(ObservationKey::userId)
                                .uuid(ObservationKey::id)
                                .bind())
                .mapEmpty();
    }
}
