package gleaner.postgres.statement;

import gleaner.memory.Slot;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * All slots in which users still have observations: what is to be folded anew after a forgetting.
 */
public final class SelectSlots {
    private static final String SQL =
            """
            SELECT DISTINCT user_id, slot FROM gleaner.observation WHERE user_id = ANY ($1::text[])
            """;

    private SelectSlots() {}

    public static Future<List<Slot>> of(SqlClient connection, Collection<String> users) {
        return connection
                .preparedQuery(SQL)
                .execute(Columns.of(users).text(user -> user).bind())
                .map(SelectSlots::slots);
    }

    static List<Slot> slots(RowSet<Row> rows) {
        var slots = new ArrayList<Slot>();
        rows.forEach(row -> slots.add(new Slot(row.getString("user_id"), row.getString("slot"))));
        return slots;
    }
}
