package gleaner.postgres.statement;

import gleaner.memory.EntityType;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The entity types that the table takes: an older script's CHECK may know fewer than we do. */
public final class SelectAcceptedTypes {
    private static final String SQL =
            "SELECT gleaner.accepted_entity_types($1::text[]) AS entity_type";

    private SelectAcceptedTypes() {}

    public static Future<Set<String>> run(SqlClient connection) {
        var ours = Arrays.asList(EntityType.values());
        return connection
                .preparedQuery(SQL)
                .execute(Columns.of(ours).text(EntityType::wireName).bind())
                .map(rows -> {
                    var accepted = new HashSet<String>();
                    rows.forEach(row -> accepted.add(row.getString("entity_type")));
                    return accepted;
                });
    }
}
