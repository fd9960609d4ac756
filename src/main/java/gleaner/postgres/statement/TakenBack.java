package gleaner.postgres.statement;

import gleaner.memory.Slot;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a taking back touched.
 *
 * @param slots in which statements stood; to be folded anew
 * @param names of people and pets in them, which tell something of the user who spoke of them
 */
public record TakenBack(List<Slot> slots, List<String> names) {
    private static final Set<String> PERSONAL = Set.of("person", "pet");

    /** From rows of user, slot, entity type and name, one for each statement that went. */
    static TakenBack of(RowSet<Row> rows) {
        var slots = new ArrayList<Slot>();
        var names = new ArrayList<String>();
        rows.forEach(row -> {
            slots.add(new Slot(row.getString("user_id"), row.getString("slot")));
            var type = row.getString("entity_type");
            if (type != null && PERSONAL.contains(type)) {
                names.add(row.getString("entity_name"));
            }
        });
        return new TakenBack(slots, names);
    }
}
