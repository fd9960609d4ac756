package gleaner.postgres;

import static java.util.Objects.requireNonNull;

import gleaner.config.Settings;
import gleaner.cycle.Claim;
import gleaner.cycle.MemoryStore;
import gleaner.cycle.StoreTimes;
import gleaner.cycle.WriteBatch;
import gleaner.cycle.WriteOutcome;
import gleaner.event.Partition;
import gleaner.postgres.letter.Keeping;
import gleaner.postgres.statement.ClaimPartitions;
import gleaner.postgres.statement.ParkPartition;
import gleaner.postgres.statement.ProbeRecord;
import gleaner.postgres.statement.ReleasePartitions;
import gleaner.postgres.statement.SelectAcceptedTypes;
import gleaner.postgres.statement.SelectPositions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The memory and the positions, in PostgreSQL.
 *
 * <p>It neither repeats nor splits a batch: it says what became of it, and its caller decides. May
 * be called from any event loop; a batch's steps then run on that one.
 */
public final class PostgresMemoryStore implements MemoryStore {
    /** Entities remembered, some 200 bytes each. */
    private static final int KNOWN_ENTITIES = 20_000;

    private static final String FOREIGN_KEY = "23503";
    private static final String CHECK = "23514";

    /** "cached plan must not change result type": the schema changed under a connection. */
    private static final String STALE_PLAN = "0A000";

    private final Vertx vertx;
    private final Pool pool;
    private final Transactions transactions;
    private final Settings.Limits limits;
    private final Keeping keeping;
    private final String owner;
    private final StoreTimes times;
    private final EntityIds entityIds = new EntityIds(KNOWN_ENTITIES);
    private final AtomicReference<@Nullable EntityTypes> entityTypes = new AtomicReference<>();

    /** Whether a failure since the last success may have come from what we remember. */
    private final AtomicBoolean suspicion = new AtomicBoolean();

    /** A store that keeps no record of dead letters. */
    public PostgresMemoryStore(
            Vertx vertx,
            Pool pool,
            Settings.Postgres settings,
            Settings.Limits limits,
            String owner,
            StoreTimes times) {
        this(vertx, pool, settings, limits, Keeping.NOTHING, owner, times);
    }

    /**
     * @param pool as {@link Database} makes it; stays the caller's
     * @param keeping which records of dead letters are kept
     * @param owner names this process to whoever looks at the claims
     * @param times hears how long merges take
     */
    public PostgresMemoryStore(
            Vertx vertx,
            Pool pool,
            Settings.Postgres settings,
            Settings.Limits limits,
            Keeping keeping,
            String owner,
            StoreTimes times) {
        this.vertx = vertx;
        this.pool = pool;
        this.limits = limits;
        this.keeping = keeping;
        this.owner = owner;
        this.times = times;
        this.transactions = Transactions.on(vertx, pool, settings);
    }

    @Override
    public Future<Map<Partition, Claim>> claim(Collection<ClaimRequest> partitions) {
        return partitions.isEmpty()
                ? Future.succeededFuture(Map.of())
                : transactions.run(
                        connection -> ClaimPartitions.run(connection, partitions, owner));
    }

    @Override
    public Future<WriteOutcome> write(WriteBatch batch) {
        return vertx.executeBlocking(() -> ReducedBatch.of(batch, keeping), false)
                .compose(reduced ->
                        entityTypes().compose(types -> write(requireNonNull(reduced), types)))
                .onSuccess(written -> suspicion.set(false))
                .recover(this::outcome);
    }

    private Future<WriteOutcome> write(ReducedBatch batch, EntityTypes types) {
        var pipeline = new Pipeline(vertx.getOrCreateContext());
        var beliefs = new BeliefUpdate(vertx, pipeline, types, entityIds, limits, times);
        return transactions
                .run(
                        connection ->
                                new BatchTransaction(connection, batch, beliefs, pipeline).apply(),
                        WriteOutcome.Committed.class::isInstance)
                .onSuccess(outcome -> {
                    if (outcome instanceof WriteOutcome.Committed) {
                        beliefs.committed();
                    }
                });
    }

    @Override
    public Future<Map<Partition, Claim>> read(Set<Partition> partitions) {
        return SelectPositions.run(pool, partitions);
    }

    @Override
    public Future<Boolean> probe(Claim claim, long offset) {
        return ProbeRecord.run(pool, claim, offset);
    }

    @Override
    public Future<Boolean> park(Claim claim, String reason) {
        return ParkPartition.run(pool, claim, reason);
    }

    @Override
    public Future<Void> release(Collection<Claim> claims) {
        return claims.isEmpty() ? Future.succeededFuture() : ReleasePartitions.run(pool, claims);
    }

    private Future<EntityTypes> entityTypes() {
        var known = entityTypes.get();
        return known != null
                ? Future.succeededFuture(known)
                : SelectAcceptedTypes.run(pool).map(EntityTypes::new).onSuccess(entityTypes::set);
    }

    private Future<WriteOutcome> outcome(Throwable failure) {
        return SqlFailure.outcome(failure)
                .map(outcome -> isAboutWhatWeRemember(failure) ? onceMore(outcome) : outcome)
                .map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(failure));
    }

    /**
     * Entities may be gone that we remember, and a user whom somebody else forgot while we waited
     * for the row; the table may take other types than when we asked, and the schema may have
     * changed under a prepared statement.
     */
    private static boolean isAboutWhatWeRemember(Throwable failure) {
        return failure instanceof PgException e
                && switch (e.getSqlState()) {
                    case STALE_PLAN, FOREIGN_KEY -> true;
                    case CHECK -> "fact_entities".equals(e.getTable());
                    default -> false;
                };
    }

    /** All that is remembered goes, and the batch gets one more chance before it is blamed. */
    private WriteOutcome onceMore(WriteOutcome outcome) {
        entityIds.forget();
        entityTypes.set(null);
        var isFirst = suspicion.compareAndSet(false, true);
        return switch (outcome) {
            case WriteOutcome.Refused(var state, var reason) when isFirst ->
                    new WriteOutcome.Unavailable(state, reason);
            case WriteOutcome.Unavailable(var state, var reason) when !isFirst ->
                    new WriteOutcome.Fatal(state, reason);
            case WriteOutcome.Refused _,
                    WriteOutcome.Unavailable _,
                    WriteOutcome.TooLong _,
                    WriteOutcome.Fatal _,
                    WriteOutcome.Fenced _,
                    WriteOutcome.Committed _ ->
                    outcome;
        };
    }
}
