package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets rows refer to another entity, and nothing else: a row says when something was said, which no
 * move changes. The table's trigger dates every row anew whose time an update leaves as it is; so
 * another time comes with the move, and the row's own after it.
 */
public final class MoveFacts {
    private static final String MOVE =
            """
            UPDATE public.user_fact_relationships r
               SET entity_id = m.entity_id,
                   updated_at = CASE WHEN r.updated_at IS NOT DISTINCT FROM '-infinity' THEN 'infinity'::timestamp
                                     ELSE '-infinity'::timestamp END
              FROM unnest($1::uuid[], $2::uuid[]) AS m (id, entity_id)
             WHERE r.id = m.id
            """;

    private static final String DATE =
            """
            UPDATE public.user_fact_relationships r
               SET updated_at = m.updated_at::timestamp
              FROM unnest($1::uuid[], $2::text[]) AS m (id, updated_at)
             WHERE r.id = m.id
            """;

    private MoveFacts() {}

    /**
     * A row and where it goes.
     *
     * @param updatedAt as stored
     */
    public record Move(UUID id, UUID entityId, @Nullable String updatedAt) {}

    /** The rows are locked. */
    public static Future<Void> run(SqlClient connection, Collection<Move> moves) {
        return connection
                .preparedQuery(MOVE)
                .execute(Columns.of(moves).uuid(Move::id).uuid(Move::entityId).bind())
                .compose(moved ->
                        connection
                                .preparedQuery(DATE)
                                .execute(
                                        Columns.of(moves)
                                                .uuid(Move::id)
                                                .text(Move::updatedAt)
                                                .bind()))
                .mapEmpty();
    }
}
