package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlResult;
import java.util.Collection;

/** Ends current beliefs, whose rows are still as they were read. */
public final class DeleteFacts {
    private static final String SQL =
            """
            DELETE FROM public.user_fact_relationships r
             USING unnest($1::uuid[], $2::text[]) AS d (id, version)
             WHERE r.id = d.id
               AND r.xmin::text = d.version
            """;

    private DeleteFacts() {}

    /** Gives how many went: fewer than asked for where another writer changed one meanwhile. */
    public static Future<Integer> run(SqlClient connection, Collection<FactRow> rows) {
        var columns = Columns.of(rows).uuid(FactRow::id).text(FactRow::version);
        return connection.preparedQuery(SQL).execute(columns.bind()).map(SqlResult::rowCount);
    }
}
