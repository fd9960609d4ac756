package gleaner.postgres.operation;

import gleaner.cycle.DeadLetter;
import gleaner.cycle.Effect;
import gleaner.cycle.WriteOutcome;
import gleaner.postgres.DatabaseRefusal;
import gleaner.postgres.EffectsByHand;
import gleaner.postgres.operation.Redriven.Applied;
import gleaner.postgres.operation.Redriven.StillDead;
import gleaner.postgres.statement.DeleteDeadLetter;
import gleaner.postgres.statement.LetterKey;
import gleaner.postgres.statement.SelectDeadLetter;
import gleaner.postgres.statement.UpdateDeadLetter;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;

/**
 * Applies the record of a dead letter after all, and removes the letter; or notes why it still
 * cannot be applied. Either way in one transaction, so a letter is never applied and kept. Applied
 * late, it is worth the same as in time: the memory is a function of the set of events.
 *
 * <p>Where the database refuses the content, the transaction is lost, and the refusal is to be
 * noted in another one: see {@link #refused}.
 */
public final class Redriving implements Change<Redriven> {
    private final EffectsByHand effects;
    private final LetterKey key;
    private final Effect effect;

    /**
     * @param effect what the record does, read anew
     */
    public Redriving(EffectsByHand effects, LetterKey key, Effect effect) {
        this.effects = effects;
        this.key = key;
        this.effect = effect;
    }

    /** Notes that the database refused the content this time. */
    public Redriving refused(DatabaseRefusal.Content refused) {
        return new Redriving(
                effects,
                key,
                new Effect.Dead(
                        new DeadLetter(
                                key.partition(),
                                key.offset(),
                                "data",
                                refused.sqlState(),
                                refused.reason(),
                                1)));
    }

    @Override
    public Future<Redriven> make(SqlConnection connection) {
        return SelectDeadLetter.at(connection, key)
                .compose(found ->
                        found.isEmpty()
                                ? Future.succeededFuture(new Redriven.NotThere())
                                : tryAgain(connection));
    }

    private Future<Redriven> tryAgain(SqlConnection connection) {
        return switch (effect) {
            case Effect.Dead(var letter) ->
                    note(
                            connection,
                            new StillDead(letter.errorClass(), letter.sqlState(), letter.reason()));
            case Effect.Passed _ ->
                    DeleteDeadLetter.at(connection, key).map(new Redriven.Ignored());
            case Effect.Learned _,
                    Effect.Revised _,
                    Effect.ConversationForgotten _,
                    Effect.Forgotten _ ->
                    apply(connection);
        };
    }

    private Future<Redriven> apply(SqlConnection connection) {
        return effects.apply(connection, List.of(effect))
                .compose(outcome -> DeleteDeadLetter.at(connection, key).map(applied(outcome)));
    }

    private Future<Redriven> note(SqlConnection connection, StillDead dead) {
        return UpdateDeadLetter.run(
                        connection, key, dead.errorClass(), dead.sqlState(), dead.reason())
                .map(dead);
    }

    private static Applied applied(WriteOutcome outcome) {
        if (outcome
                instanceof WriteOutcome.Committed(var observations, var beliefs, var preferences)) {
            return new Applied(observations, beliefs, preferences);
        }
        throw new IllegalStateException("without positions nothing can be fenced: " + outcome);
    }

    @Override
    public Map<String, Long> counts(Redriven result) {
        return switch (result) {
            case Applied a ->
                    Map.of(
                            "applied", 1L,
                            "observations", (long) a.observations(),
                            "beliefs", (long) a.beliefs(),
                            "preferences", (long) a.preferences());
            case Redriven.Ignored _ -> Map.of("ignored", 1L);
            case StillDead _ -> Map.of("still_dead", 1L);
            case Redriven.NotThere _ -> Map.of("not_there", 1L);
        };
    }
}
