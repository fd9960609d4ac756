package gleaner.postgres;

import static java.util.Objects.requireNonNull;

import gleaner.config.Settings;
import gleaner.cycle.Effect;
import gleaner.cycle.StoreTimes;
import gleaner.cycle.WriteBatch;
import gleaner.cycle.WriteOutcome;
import gleaner.postgres.letter.Keeping;
import gleaner.postgres.statement.SelectAcceptedTypes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/**
 * Applies effects that a person ordered, by the rules and in the order by which the worker applies
 * those of a batch; only no position moves. Runs beside workers: the users' rows serialise them.
 */
public final class EffectsByHand {
    private static final int REMEMBERED = 1_000;

    private final Vertx vertx;
    private final Settings.Limits limits;

    public EffectsByHand(Vertx vertx, Settings.Limits limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    /** Applies them in the transaction of this connection, whose event loop calls. */
    public Future<WriteOutcome> apply(SqlConnection connection, List<Effect> effects) {
        return vertx.executeBlocking(
                        () -> ReducedBatch.of(new WriteBatch(List.of(), effects), Keeping.NOTHING),
                        false)
                .compose(batch ->
                        SelectAcceptedTypes.run(connection)
                                .compose(accepted ->
                                        transaction(
                                                        connection,
                                                        requireNonNull(batch),
                                                        new EntityTypes(accepted))
                                                .apply()));
    }

    private BatchTransaction transaction(
            SqlConnection connection, ReducedBatch batch, EntityTypes types) {
        var pipeline = new Pipeline(vertx.getOrCreateContext());
        return new BatchTransaction(
                connection,
                batch,
                new BeliefUpdate(
                        vertx,
                        pipeline,
                        types,
                        new EntityIds(REMEMBERED),
                        limits,
                        StoreTimes.untold()),
                pipeline);
    }
}
