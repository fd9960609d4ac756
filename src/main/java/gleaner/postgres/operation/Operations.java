package gleaner.postgres.operation;

import gleaner.config.Settings;
import gleaner.postgres.Database;
import gleaner.postgres.DatabaseRefusal;
import gleaner.postgres.EffectsByHand;
import gleaner.postgres.EntityMerging;
import gleaner.postgres.Transactions;
import gleaner.postgres.statement.InsertAudit;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The database as commands use it: changes, each in one transaction with its audit row, and
 * questions. A change that is only rehearsed runs the same statements, and is rolled back: so what
 * a rehearsal shows is what would have been done.
 *
 * <p>Blocks its caller, which must not be an event loop; the work itself runs on one.
 */
public final class Operations implements AutoCloseable {
    private static final int TRIES = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Vertx vertx;
    private final Context eventLoop;
    private final Pool pool;
    private final Transactions transactions;

    private Operations(Vertx vertx, Settings.Postgres settings) {
        this.vertx = vertx;
        this.eventLoop = vertx.getOrCreateContext();
        this.pool = Database.connect(vertx, settings);
        this.transactions = Transactions.on(vertx, pool, settings);
    }

    /** Connects when first asked for anything. */
    public static Operations open(Settings.Postgres settings) {
        return new Operations(Vertx.vertx(), settings);
    }

    /** For changes that the worker would make, too. */
    public EffectsByHand effects(Settings.Limits limits) {
        return new EffectsByHand(vertx, limits);
    }

    /** For merging entities, beside workers. */
    public EntityMerging merging(Settings.Limits limits) {
        return new EntityMerging(vertx, limits);
    }

    /**
     * As {@link #make}, for a change that can be made later as well: when somebody else is in its
     * way it is tried again, some times.
     */
    public <T> T makeBeside(Order order, Change<T> change) {
        for (int tried = 1; ; tried++) {
            try {
                return make(order, change);
            } catch (DatabaseRefusal refusal) {
                if (!refusal.isSomeoneInTheWay() || tried == TRIES) {
                    throw refusal;
                }
            }
            pause(Duration.ofMillis(PAUSE.toMillis() * tried));
        }
    }

    private void pause(Duration time) {
        var over = Promise.<Long>promise();
        vertx.setTimer(time.toMillis(), over::tryComplete);
        over.future().await();
    }

    /** Makes a change as ordered, or rehearses it; throws {@link DatabaseRefusal}. */
    public <T> T make(Order order, Change<T> change) {
        return await(() ->
                transactions.run(
                        connection ->
                                change.make(connection)
                                        .compose(result ->
                                                InsertAudit.run(
                                                                connection,
                                                                order.command(),
                                                                order.arguments(),
                                                                order.osUser(),
                                                                json(change.counts(result)))
                                                        .map(result)),
                        made -> order.apply()));
    }

    /** Asks; throws {@link DatabaseRefusal}. */
    public <T> T ask(Question<T> question) {
        return await(() -> question.ask(pool));
    }

    private <T> T await(Supplier<Future<T>> work) {
        var answer = Promise.<T>promise();
        eventLoop.runOnContext(turn ->
                Future.succeededFuture()
                        .compose(now -> work.get())
                        .recover(failure -> Future.failedFuture(DatabaseRefusal.of(failure)))
                        .onComplete(answer));
        return Objects.requireNonNull(answer.future().await());
    }

    private static JsonObject json(Map<String, Long> counts) {
        var json = new JsonObject();
        counts.forEach(json::put);
        return json;
    }

    @Override
    public void close() {
        // Not in one chain: at the end of Vert.x no event loop is left that could tell of it.
        pool.close().await();
        vertx.close().await();
    }
}
