package gleaner.postgres.operation;

import gleaner.cycle.ConversationKey;
import gleaner.cycle.Effect;
import gleaner.event.Partition;
import gleaner.postgres.EffectsByHand;
import gleaner.postgres.statement.Receipt;
import gleaner.postgres.statement.SelectNow;
import gleaner.postgres.statement.SelectReceipt;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Forgets a user, or one conversation of a user, up to now: what the events {@code user.forgotten}
 * and {@code conversation.forgotten} do, without one in the log.
 */
public final class Forgetting implements Change<Receipt> {
    /** The order stands in no partition. */
    private static final Partition NOWHERE = new Partition("command", 0);

    private final EffectsByHand effects;
    private final String userId;
    private final @Nullable String conversationId;

    /**
     * @param conversationId null for everything about the user
     */
    public Forgetting(EffectsByHand effects, String userId, @Nullable String conversationId) {
        this.effects = effects;
        this.userId = userId;
        this.conversationId = conversationId;
    }

    @Override
    public Future<Receipt> make(SqlConnection connection) {
        return SelectNow.run(connection)
                .compose(now ->
                        effects.apply(connection, List.of(effect(now)))
                                .compose(applied ->
                                        SelectReceipt.of(connection, userId, conversationId, now)));
    }

    private Effect effect(Instant upTo) {
        return conversationId == null
                ? new Effect.Forgotten(NOWHERE, 0, userId, upTo)
                : new Effect.ConversationForgotten(
                        NOWHERE, 0, new ConversationKey(userId, conversationId), upTo);
    }

    @Override
    public Map<String, Long> counts(Receipt receipt) {
        return receipt.counts();
    }
}
