package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Users who have something to do with some entities, in the order in which users are locked. */
public final class SelectUsersOfEntities {
    private static final String SQL =
            """
            SELECT user_id
              FROM (SELECT r.user_id
                      FROM public.user_fact_relationships r
                     WHERE r.entity_id = ANY ($1::uuid[])
                     UNION
                    SELECT o.user_id
                      FROM gleaner.observation o
                     WHERE cardinality($2::text[]) > 0
                       AND lower(o.entity_name COLLATE "C") = ANY ($2::text[])) AS concerned
             WHERE user_id COLLATE "C" > $3
             ORDER BY user_id COLLATE "C"
             LIMIT $4
            """;

    private SelectUsersOfEntities() {}

    /**
     * @param names in lower case, as statements call what is to be called otherwise
     * @param after the last user of those found before
     */
    public static Future<List<String>> run(
            SqlClient connection,
            Collection<UUID> entities,
            Collection<String> names,
            String after,
            int limit) {
        return connection
                .preparedQuery(SQL)
                .execute(
                        Columns.of(entities)
                                .uuid(id -> id)
                                .and(Columns.of(names).text(name -> name))
                                .bind()
                                .addString(after)
                                .addInteger(limit))
                .map(rows -> {
                    var users = new ArrayList<String>();
                    rows.forEach(row -> users.add(row.getString("user_id")));
                    return users;
                });
    }
}
