package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;

/** Adds entities in one order; those that somebody else added meanwhile stay theirs. */
public final class InsertEntities {
    private static final String SQL =
            """
            INSERT INTO public.fact_entities (entity_type, entity_name, category)
            SELECT n.entity_type, n.entity_name, n.category
              FROM unnest($1::text[], $2::text[], $3::text[]) AS n (entity_type, entity_name, category)
             ORDER BY n.entity_type COLLATE "C", n.entity_name COLLATE "C"
            ON CONFLICT (entity_type, entity_name) DO NOTHING
            """;

    private InsertEntities() {}

    public static Future<Void> run(SqlClient connection, Collection<StoredEntity> entities) {
        var columns =
                Columns.of(entities)
                        .text(StoredEntity::type)
                        .text(StoredEntity::name)
                        .text(StoredEntity::category);
        return connection.preparedQuery(SQL).execute(columns.bind()).mapEmpty();
    }
}
