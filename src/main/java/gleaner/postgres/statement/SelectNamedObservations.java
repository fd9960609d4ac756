package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;

/** What users said of things that they called by some names; {@link ObservationRow} reads it. */
public final class SelectNamedObservations {
    private static final String SQL =
            """
            SELECT *
              FROM gleaner.observation
             WHERE user_id = ANY ($1::text[])
               AND lower(entity_name COLLATE "C") = ANY ($2::text[])
             ORDER BY user_id COLLATE "C", observation_id
            """;

    private SelectNamedObservations() {}

    /**
     * @param names in lower case
     */
    public static Future<RowSet<Row>> run(
            SqlClient connection, Collection<String> users, Collection<String> names) {
        return connection
                .preparedQuery(SQL)
                .execute(
                        Columns.of(users)
                                .text(user -> user)
                                .and(Columns.of(names).text(name -> name))
                                .bind());
    }
}
