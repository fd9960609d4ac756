package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;

/**
 * Makes rows for users that have none, unless they were forgotten at a later time than all that the
 * batch has of them.
 *
 * <p>Sorted, and before any row is locked: two writers then wait for each other's new rows in one
 * order, and never for a row while they hold one that the other waits for.
 */
public final class InsertUsers {
    private static final String SQL =
            """
            INSERT INTO public.universal_users
                   (universal_id, primary_username, display_name, created_at, last_active)
            SELECT s.user_id, 'user_' || right(s.user_id, 8), 'User ' || right(s.user_id, 6),
                   s.first_seen AT TIME ZONE 'UTC', s.last_seen AT TIME ZONE 'UTC'
              FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) AS s (user_id, first_seen, last_seen)
             WHERE NOT EXISTS (SELECT FROM public.universal_users u WHERE u.universal_id = s.user_id)
               AND NOT EXISTS (SELECT
                                 FROM gleaner.forgotten_user f
                                WHERE f.user_hash = gleaner.user_hash(s.user_id)
                                  AND f.forgotten_at >= s.last_seen)
             ORDER BY s.user_id COLLATE "C"
            ON CONFLICT (universal_id) DO NOTHING
            """;

    private InsertUsers() {}

    public static Future<Void> run(SqlClient connection, Collection<Sighting> users) {
        var columns =
                Columns.of(users)
                        .text(Sighting::userId)
                        .instant(Sighting::first)
                        .instant(Sighting::last);
        return connection.preparedQuery(SQL).execute(columns.bind()).mapEmpty();
    }
}
