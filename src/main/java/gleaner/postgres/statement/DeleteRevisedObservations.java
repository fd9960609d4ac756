package gleaner.postgres.statement;

import gleaner.cycle.MessageKey;
import gleaner.memory.Slot;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.List;

/** Takes back what messages taught before their revision. */
public final class DeleteRevisedObservations {
    private static final String SQL =
            """
            DELETE FROM gleaner.observation o
             USING gleaner.message_revision r,
                   unnest($1::text[], $2::text[]) AS m (user_id, message_id)
             WHERE r.user_id = m.user_id
               AND r.message_id = m.message_id
               AND o.user_id = m.user_id
               AND o.message_id = m.message_id
               AND (r.deletion OR o.event_id <> r.event_id)
            RETURNING o.user_id, o.slot
            """;

    private DeleteRevisedObservations() {}

    /** Gives the slots that they stood in. */
    public static Future<List<Slot>> run(SqlClient connection, Collection<MessageKey> messages) {
        var columns = Columns.of(messages).text(MessageKey::userId).text(MessageKey::messageId);
        return connection.preparedQuery(SQL).execute(columns.bind()).map(SelectSlots::slots);
    }
}
