package gleaner.postgres;

import gleaner.cycle.WriteOutcome;
import gleaner.event.Partition;
import gleaner.memory.Slot;
import gleaner.postgres.statement.AdvancePositions;
import gleaner.postgres.statement.InsertDeadLetters;
import gleaner.postgres.statement.InsertObservations;
import gleaner.postgres.statement.InsertUsers;
import gleaner.postgres.statement.LockTombstones;
import gleaner.postgres.statement.LockUsers;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/**
 * The transaction of one batch, in the order of DELIVERY: fence, users, what was said, what is
 * believed because of it.
 *
 * <p>Statements that do not need each other's answers are sent at once, and PostgreSQL runs them in
 * the order sent. The first that fails decides; those behind it fail only because of it. Each
 * statement sees what was committed when it began (READ COMMITTED), so whatever follows the lock of
 * the users sees all that was ever written of them.
 */
final class BatchTransaction {
    private final SqlConnection connection;
    private final ReducedBatch batch;
    private final BeliefUpdate beliefs;
    private final Pipeline pipeline;
    private final TakingBack takingBack;
    private final Set<Slot> touched = new HashSet<>();
    private int observations;

    BatchTransaction(
            SqlConnection connection, ReducedBatch batch, BeliefUpdate beliefs, Pipeline pipeline) {
        this.connection = connection;
        this.batch = batch;
        this.beliefs = beliefs;
        this.pipeline = pipeline;
        this.takingBack = new TakingBack(connection, batch);
    }

    /** Does all but begin and commit. */
    Future<WriteOutcome> apply() {
        return takeIn().compose(fenced ->
                fenced.isEmpty()
                        ? believe()
                        : Future.succeededFuture(new WriteOutcome.Fenced(fenced)));
    }

    private Future<Set<Partition>> takeIn() {
        var steps = new ArrayList<Future<?>>();
        var fenced = advance();
        steps.add(fenced);
        if (!batch.users().isEmpty()) {
            steps.add(InsertUsers.run(connection, batch.users().values()));
        }
        if (!batch.usersToLock().isEmpty()) {
            steps.add(LockUsers.run(connection, batch.usersToLock()));
            steps.add(LockTombstones.run(connection, batch.usersToLock()));
        }
        steps.addAll(takingBack.send());
        steps.add(observe());
        if (!batch.deadLetters().isEmpty()) {
            steps.add(InsertDeadLetters.run(connection, batch.deadLetters()));
        }
        return Pipeline.answers(steps).map(all -> fenced.result());
    }

    /** A person's order moves no position. */
    private Future<Set<Partition>> advance() {
        return batch.advances().isEmpty()
                ? Future.succeededFuture(Set.of())
                : AdvancePositions.run(connection, batch.advances());
    }

    private Future<?> observe() {
        return pipeline.each(
                batch.observations(),
                part ->
                        InsertObservations.run(connection, part)
                                .map(slots -> {
                                    observations += slots.size();
                                    touched.addAll(slots);
                                    return null;
                                }));
    }

    private Future<WriteOutcome> believe() {
        touched.addAll(takingBack.touched());
        if (takingBack.mayDropNames()) {
            beliefs.entitiesMayGo();
        }
        if (touched.isEmpty()) {
            return Future.succeededFuture(new WriteOutcome.Committed(observations, 0, 0));
        }
        return beliefs.run(connection, touched)
                .compose(changed -> takingBack.dropNames().map(changed))
                .map(changed ->
                        new WriteOutcome.Committed(
                                observations, changed.beliefs(), changed.preferences()));
    }
}
