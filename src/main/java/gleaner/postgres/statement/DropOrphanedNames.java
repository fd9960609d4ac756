package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;

/** Removes people and pets of these names that nobody refers to any more. */
public final class DropOrphanedNames {
    private static final String SQL =
            """
            SELECT gleaner.drop_orphaned_names(array(SELECT gleaner.named_entities($1::text[]))) AS dropped
            """;

    private DropOrphanedNames() {}

    /** Gives how many. */
    public static Future<Long> run(SqlClient connection, Collection<String> names) {
        var columns = Columns.of(names).text(name -> name);
        return connection
                .preparedQuery(SQL)
                .execute(columns.bind())
                .map(rows -> rows.iterator().next().getLong("dropped"));
    }
}
