package gleaner.postgres.statement;

import gleaner.memory.Slot;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;

/**
 * What was said last in some slots; {@link ObservationRow} reads the rows, off the event loop.
 *
 * <p>The latest so many of a slot are a function of what is stored, as all of them are; so the fold
 * stays one, and a user who says the same thing for ever does not slow everybody down.
 */
public final class SelectObservations {
    private static final String SQL =
            """
            SELECT o.user_id, o.observation_id, o.message_id, o.event_id, o.relation, o.entity_type, o.entity_name,
                   o.preference_key, o.value, o.wish, o.attributes, o.denied, o.temporal, o.confidence, o.strength,
                   o.explicit, o.emotion, o.said_at, o.conversation_id, o.platform, o.character, o.span_start,
                   o.span_end, o.quote, o.rule, o.extractor
              FROM unnest($1::text[], $2::text[]) AS t (user_id, slot)
             CROSS JOIN LATERAL (
                   SELECT *
                     FROM gleaner.observation
                    WHERE user_id = t.user_id AND slot = t.slot
                    ORDER BY said_at DESC, observation_id DESC
                    LIMIT $3) o
             ORDER BY o.user_id COLLATE "C", o.slot COLLATE "C", o.observation_id
            """;

    private SelectObservations() {}

    /** At most {@code limit} of each slot, the latest. */
    public static Future<RowSet<Row>> in(SqlClient connection, Collection<Slot> slots, int limit) {
        var columns = Columns.of(slots).text(Slot::userId).text(Slot::key);
        return connection.preparedQuery(SQL).execute(columns.bind().addInteger(limit));
    }
}
