package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.UUID;

/** Locks all rows of users about some entities, also such as take part in no fold. */
public final class SelectFactsAbout {
    private static final String SQL =
            """
            SELECT r.id, r.xmin::text AS version, r.user_id, r.entity_id, e.entity_type, e.entity_name,
                   r.relationship_type, r.confidence, r.strength, r.emotional_context,
                   r.context_metadata::text AS metadata, r.source_conversation_id, r.mentioned_by_character,
                   r.source_platform, coalesce(r.updated_at, r.created_at) AS said_at,
                   r.updated_at::text AS stored_updated_at
              FROM public.user_fact_relationships r
              JOIN public.fact_entities e ON e.id = r.entity_id
             WHERE r.user_id = ANY ($1::text[])
               AND r.entity_id = ANY ($2::uuid[])
             ORDER BY r.user_id COLLATE "C", r.id
               FOR UPDATE OF r
            """;

    private SelectFactsAbout() {}

    public static Future<RowSet<Row>> run(
            SqlClient connection, Collection<String> users, Collection<UUID> entities) {
        return connection
                .preparedQuery(SQL)
                .execute(
                        Columns.of(users)
                                .text(user -> user)
                                .and(Columns.of(entities).uuid(id -> id))
                                .bind());
    }
}
