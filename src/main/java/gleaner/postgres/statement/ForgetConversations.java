package gleaner.postgres.statement;

import gleaner.cycle.ConversationKey;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

/**
 * Forgets conversations, each up to a time; what that means is written in {@code
 * V8__life_cycle.sql}.
 */
public final class ForgetConversations {
    private static final String SQL =
            """
            SELECT f.user_id, gone.slot, gone.entity_type, gone.entity_name
              FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS f (user_id, conversation_id, up_to),
                   gleaner.forget_conversation(f.user_id, f.conversation_id, f.up_to) AS gone
            """;

    private ForgetConversations() {}

    public static Future<TakenBack> run(
            SqlClient connection, SortedMap<ConversationKey, Instant> conversations) {
        var columns =
                Columns.of(conversations.entrySet())
                        .text((Map.Entry<ConversationKey, Instant> f) -> f.getKey().userId())
                        .text(f -> f.getKey().conversationId())
                        .instant(Map.Entry::getValue);
        return connection.preparedQuery(SQL).execute(columns.bind()).map(TakenBack::of);
    }
}
