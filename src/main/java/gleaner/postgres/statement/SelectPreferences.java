package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The preference documents of users, as JSON text. */
public final class SelectPreferences {
    private static final String SQL =
            """
            SELECT universal_id, coalesce(preferences::text, '{}') AS preferences
              FROM public.universal_users
             WHERE universal_id = ANY ($1::text[])
            """;

    private SelectPreferences() {}

    /** By user. */
    public static Future<Map<String, String>> of(SqlClient connection, Collection<String> users) {
        return connection
                .preparedQuery(SQL)
                .execute(Columns.of(users).text(user -> user).bind())
                .map(rows -> {
                    var documents = new TreeMap<String, String>();
                    rows.forEach(row ->
                            documents.put(
                                    row.getString("universal_id"), row.getString("preferences")));
                    return documents;
                });
    }
}
