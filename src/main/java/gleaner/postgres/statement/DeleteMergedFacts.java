package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.UUID;

/** Removes rows that became one with another. */
public final class DeleteMergedFacts {
    private static final String SQL =
            "DELETE FROM public.user_fact_relationships WHERE id = ANY ($1::uuid[])";

    private DeleteMergedFacts() {}

    /** The rows are locked. */
    public static Future<Void> run(SqlClient connection, Collection<UUID> rows) {
        return connection
                .preparedQuery(SQL)
                .execute(Columns.of(rows).uuid(id -> id).bind())
                .mapEmpty();
    }
}
