package gleaner.postgres;

import static java.util.Objects.requireNonNull;

import gleaner.config.Settings;
import gleaner.cycle.Claim;
import gleaner.cycle.ConversationKey;
import gleaner.cycle.DeadLetter;
import gleaner.cycle.Effect;
import gleaner.cycle.MemoryStore.ClaimRequest;
import gleaner.cycle.MessageKey;
import gleaner.cycle.PartitionAdvance;
import gleaner.cycle.Revision;
import gleaner.cycle.WriteBatch;
import gleaner.cycle.WriteOutcome;
import gleaner.event.Partition;
import gleaner.memory.Observation;
import gleaner.postgres.migration.Migrations;
import gleaner.servers.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * A store on a migrated database, with one partition claimed, whose positions count on by
 * themselves.
 */
final class StoreUnderTest implements AutoCloseable {
    static final Settings.Limits LIMITS =
            new Settings.Limits(
                    1 << 20, 64 << 10, 32, 50, 10, 240, 64 << 10, 6, Duration.ofMinutes(30));

    final TestDatabase database;
    final Vertx vertx = Vertx.vertx();
    final Pool pool;
    final PostgresMemoryStore store;
    final Partition partition;
    final RecordedTimes times = new RecordedTimes();
    private Claim claim;
    private long position;

    private StoreUnderTest(
            TestDatabase database,
            Partition partition,
            Settings.Postgres settings,
            Settings.Limits limits) {
        this.database = database;
        this.partition = partition;
        pool = Database.connect(vertx, settings);
        store = new PostgresMemoryStore(vertx, pool, settings, limits, "test", times);
        claim = requireNonNull(await(claim(0, 0)).get(partition));
        position = claim.position();
    }

    static StoreUnderTest on(TestDatabase database) {
        return on(database, LIMITS, settings -> settings);
    }

    static StoreUnderTest on(
            TestDatabase database,
            Settings.Limits limits,
            UnaryOperator<Settings.Postgres> change) {
        Migrations.run(database.settings());
        return new StoreUnderTest(
                database, new Partition("events", 0), change.apply(database.settings()), limits);
    }

    /** Another worker beside this one, on a partition of its own. */
    StoreUnderTest beside(int otherPartition) {
        return new StoreUnderTest(
                database, new Partition("events", otherPartition), database.settings(), LIMITS);
    }

    Future<Map<Partition, Claim>> claim(long beginning, long initial) {
        return store.claim(
                List.of(new ClaimRequest(partition, "id-1", beginning, Long.MAX_VALUE, initial)));
    }

    /** Writes effects as one batch, which must go through. */
    WriteOutcome.Committed write(Effect... effects) {
        var outcome = attempt(effects);
        if (!(outcome instanceof WriteOutcome.Committed committed)) {
            throw new AssertionError(outcome);
        }
        return committed;
    }

    /** Writes effects as the worker does: again, where another writer was faster. */
    void writeBesideOthers(Effect... effects) {
        WriteOutcome outcome;
        do {
            outcome = attempt(effects);
        } while (outcome instanceof WriteOutcome.Unavailable);
        if (!(outcome instanceof WriteOutcome.Committed)) {
            throw new AssertionError(outcome);
        }
    }

    /** Writes effects as one batch, whatever becomes of it. */
    WriteOutcome attempt(Effect... effects) {
        return await(begin(effects));
    }

    Future<WriteOutcome> begin(Effect... effects) {
        var to = position + effects.length;
        var batch =
                new WriteBatch(
                        List.of(new PartitionAdvance(partition, claim.ownerEpoch(), position, to)),
                        List.of(effects));
        return store.write(batch)
                .onSuccess(outcome -> {
                    if (outcome instanceof WriteOutcome.Committed) {
                        position = to;
                    }
                });
    }

    Effect learned(Observation... observations) {
        return new Effect.Learned(partition, 0, List.of(observations));
    }

    /** An edit by event {@code eventId}, at this hour, bringing new observations. */
    Effect edited(
            String user, String message, int hour, String eventId, Observation... observations) {
        return new Effect.Revised(
                partition,
                0,
                new MessageKey(user, message),
                new Revision(Utterance.hour(hour), false, eventId),
                List.of(observations));
    }

    Effect deleted(String user, String message, int hour) {
        return new Effect.Revised(
                partition,
                0,
                new MessageKey(user, message),
                new Revision(Utterance.hour(hour), true, "delete-" + message),
                List.of());
    }

    Effect forgotten(String user, int hour) {
        return forgotten(user, Utterance.hour(hour));
    }

    Effect forgotten(String user, Instant upTo) {
        return new Effect.Forgotten(partition, 0, user, upTo);
    }

    Effect conversationForgotten(String user, String conversation, int hour) {
        return new Effect.ConversationForgotten(
                partition, 0, new ConversationKey(user, conversation), Utterance.hour(hour));
    }

    Effect dead(long offset, String reason) {
        return new Effect.Dead(new DeadLetter(partition, offset, "not_json", null, reason, 1));
    }

    Effect passed() {
        return new Effect.Passed(partition, 0);
    }

    /** What is committed, read as the worker reads it: again, where a connection has just ended. */
    Claim committed() {
        return requireNonNull(await(committed(pool.size() + 1)).get(partition));
    }

    private Future<Map<Partition, Claim>> committed(int tries) {
        return store.read(Set.of(partition))
                .recover(gone -> tries > 1 ? committed(tries - 1) : Future.failedFuture(gone));
    }

    Claim currentClaim() {
        return claim;
    }

    void reclaim() {
        claim = requireNonNull(await(claim(0, 0)).get(partition));
        position = claim.position();
    }

    String stateHash() {
        return await(StateHash.of(pool));
    }

    /** Relation, type, entity and confidence of what is believed of a user. */
    List<String> beliefs(String user) {
        return rows(
                """
                SELECT r.relationship_type, e.entity_type, e.entity_name, r.confidence
                  FROM user_fact_relationships r JOIN fact_entities e ON e.id = r.entity_id
                 WHERE r.user_id = '%s' ORDER BY 1, 2, 3
                """
                        .formatted(user));
    }

    /** Value and confidence of a user's preferences. */
    List<String> preferences(String user) {
        return rows(
                """
                SELECT key, value->>'value', value->>'confidence'
                  FROM universal_users, jsonb_each(preferences) WHERE universal_id = '%s' ORDER BY key
                """
                        .formatted(user));
    }

    List<String> history(String user) {
        return rows(
                """
                SELECT slot, coalesce(entity_name, value), valid_from AT TIME ZONE 'UTC',
                       valid_to AT TIME ZONE 'UTC', ended_by_message_id
                  FROM gleaner.belief_history WHERE user_id = '%s' ORDER BY slot, seq
                """
                        .formatted(user));
    }

    List<String> rows(String sql) {
        try {
            return Db.rows(database, sql);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    void sql(String sql) {
        try {
            Db.execute(database, sql);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static List<Effect> list(Effect... effects) {
        return new ArrayList<>(List.of(effects));
    }

    @Override
    public void close() {
        await(pool.close());
        await(vertx.close());
    }
}
