package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.UUID;

/** Writes names of entities as names are written. */
public final class RenameEntities {
    private static final String SQL =
            """
            UPDATE public.fact_entities e
               SET entity_name = n.name
              FROM unnest($1::uuid[], $2::text[]) AS n (id, name)
             WHERE e.id = n.id
               AND e.entity_name <> n.name
            """;

    private RenameEntities() {}

    /** An entity and its name. */
    public record Name(UUID id, String name) {}

    public static Future<Void> run(SqlClient connection, Collection<Name> names) {
        return connection
                .preparedQuery(SQL)
                .execute(Columns.of(names).uuid(Name::id).text(Name::name).bind())
                .mapEmpty();
    }
}
