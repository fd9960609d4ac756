package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.UUID;

/**
 * Other writers' rows of relations that no fold knows, where two become one: the whole of the row
 * that goes is kept in the metadata of the one that stays.
 */
public final class AbsorbFacts {
    private static final String SQL =
            """
            UPDATE public.user_fact_relationships stays
               SET context_metadata =
                       CASE WHEN jsonb_typeof(stays.context_metadata) = 'object' THEN stays.context_metadata
                            ELSE jsonb_build_object('before', stays.context_metadata) END
                       || jsonb_build_object('merged',
                              coalesce(stays.context_metadata->'merged', '[]') || absorbed.rows),
                   updated_at = CASE WHEN stays.updated_at IS NOT DISTINCT FROM '-infinity' THEN 'infinity'::timestamp
                                     ELSE '-infinity'::timestamp END
              FROM (SELECT a.stays, jsonb_agg(to_jsonb(r) ORDER BY r.id) AS rows
                      FROM unnest($1::uuid[], $2::uuid[]) AS a (stays, goes)
                      JOIN public.user_fact_relationships r ON r.id = a.goes
                     GROUP BY a.stays) AS absorbed
             WHERE stays.id = absorbed.stays
            """;

    private AbsorbFacts() {}

    /** A row that goes and the one that stays. */
    public record Absorbed(UUID stays, UUID goes) {}

    /** The rows are locked. Their time is another one until {@link MoveFacts} gives it back. */
    public static Future<Void> run(SqlClient connection, Collection<Absorbed> rows) {
        return connection
                .preparedQuery(SQL)
                .execute(Columns.of(rows).uuid(Absorbed::stays).uuid(Absorbed::goes).bind())
                .mapEmpty();
    }
}
