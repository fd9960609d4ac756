package gleaner.cycle;

import gleaner.event.Partition;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again while the database is away, without end, as long as the work is still wanted: a batch
 * is the same transaction each time, so a repetition cannot count twice (its compare-and-set would
 * miss).
 *
 * <p>Meanwhile the cycle goes on polling; it only pauses partitions when its intake is full.
 */
final class RetryingStore {
    private static final Logger LOG = LoggerFactory.getLogger(RetryingStore.class);

    private final Vertx vertx;
    private final MemoryStore store;
    private final Backoff backoff;
    private final Outage outage;
    private final CycleMetrics metrics;

    RetryingStore(
            Vertx vertx, MemoryStore store, Backoff backoff, Outage outage, CycleMetrics metrics) {
        this.vertx = vertx;
        this.store = store;
        this.backoff = backoff;
        this.outage = outage;
        this.metrics = metrics;
    }

    /** Why a try is to be repeated. */
    private record Failure(String sqlState, String reason, boolean fatal) {}

    /** Applies a batch; gives a failure only when the batch is no longer wanted. */
    Future<WriteOutcome> write(WriteBatch batch, BooleanSupplier wanted) {
        return repeat(
                () ->
                        store.write(batch)
                                .otherwise(RetryingStore::bug)
                                .map(o -> indivisible(batch, o)),
                RetryingStore::failureOf,
                wanted);
    }

    /** What takes too long and cannot be made smaller is tried again like what is away. */
    private static WriteOutcome indivisible(WriteBatch batch, WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.TooLong(var sqlState, var reason)
                        && batch.effects().size() == 1
                ? new WriteOutcome.Unavailable(sqlState, reason)
                : outcome;
    }

    /**
     * Applies a batch that cannot be made any smaller: that the database refuses it counts as
     * fatal, and is waited for.
     */
    Future<WriteOutcome> insist(WriteBatch batch, BooleanSupplier wanted) {
        return repeat(
                () ->
                        store.write(batch)
                                .otherwise(RetryingStore::bug)
                                .map(o -> indivisible(batch, o))
                                .map(RetryingStore::refusalIsFatal),
                RetryingStore::failureOf,
                wanted);
    }

    /**
     * Claims partitions, with requests made anew for each try; fails only when they are no longer
     * wanted.
     */
    Future<Map<Partition, Claim>> claim(
            Supplier<Future<Collection<MemoryStore.ClaimRequest>>> requests,
            BooleanSupplier wanted) {
        return repeat(
                () -> requests.get().compose(store::claim), answer -> Optional.empty(), wanted);
    }

    /** Reads what is committed; fails only when it is no longer wanted. */
    Future<Map<Partition, Claim>> read(Set<Partition> partitions, BooleanSupplier wanted) {
        return repeat(() -> store.read(partitions), answer -> Optional.empty(), wanted);
    }

    /**
     * Notes that a record is about to be tried alone; fails when the claim has ended, or is no
     * longer wanted.
     */
    Future<Void> probe(Claim claim, long offset, BooleanSupplier wanted) {
        return repeat(() -> store.probe(claim, offset), answer -> Optional.empty(), wanted)
                .compose(isOurs ->
                        isOurs
                                ? Future.succeededFuture()
                                : Future.failedFuture("the claim has ended"));
    }

    /** Puts a partition aside; does nothing when the claim has ended or is no longer wanted. */
    Future<Boolean> park(Claim claim, String reason, BooleanSupplier wanted) {
        return repeat(() -> store.park(claim, reason), answer -> Optional.empty(), wanted);
    }

    /**
     * Once, without repetition: a claim that is not given back costs the next owner a suspicion,
     * nothing else.
     */
    Future<Void> release(Collection<Claim> claims) {
        return store.release(claims);
    }

    private static Optional<Failure> failureOf(WriteOutcome outcome) {
        return switch (outcome) {
            case WriteOutcome.Unavailable(var sqlState, var reason) ->
                    Optional.of(new Failure(sqlState, reason, false));
            case WriteOutcome.Fatal(var sqlState, var reason) ->
                    Optional.of(new Failure(sqlState, reason, true));
            case WriteOutcome.Committed _,
                    WriteOutcome.Fenced _,
                    WriteOutcome.TooLong _,
                    WriteOutcome.Refused _ ->
                    Optional.empty();
        };
    }

    private static WriteOutcome refusalIsFatal(WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.Refused(var sqlState, var reason)
                ? new WriteOutcome.Fatal(sqlState, "even a dead letter is refused: " + reason)
                : outcome;
    }

    /**
     * The store returns what it expects; what it throws is a bug, and waits for its repair like a
     * broken set-up.
     */
    private static WriteOutcome bug(Throwable failure) {
        LOG.atError().setCause(failure).log("store failed unexpectedly");
        return new WriteOutcome.Fatal("XX000", failure.getClass().getSimpleName());
    }

    private <T> Future<T> repeat(
            Supplier<Future<T>> work,
            Function<T, Optional<Failure>> failureOf,
            BooleanSupplier wanted) {
        var answer = Promise.<T>promise();
        attempt(work, failureOf, wanted, 0, answer);
        return answer.future();
    }

    /**
     * Loops through a timer, not through {@code compose}, whose chain would grow with every try.
     */
    private <T> void attempt(
            Supplier<Future<T>> work,
            Function<T, Optional<Failure>> failureOf,
            BooleanSupplier wanted,
            int tries,
            Promise<T> answer) {
        Future.<T>future(tried -> work.get().onComplete(tried))
                .onComplete(result -> {
                    var failure = failureIn(result, failureOf);
                    failure.ifPresentOrElse(f -> note(f, tries), outage::over);
                    if (failure.isEmpty() || !wanted.getAsBoolean()) {
                        answer.handle(result);
                    } else {
                        vertx.setTimer(
                                backoff.pauseMillis(tries),
                                id -> attempt(work, failureOf, wanted, tries + 1, answer));
                    }
                });
    }

    private static <T> Optional<Failure> failureIn(
            AsyncResult<T> result, Function<T, Optional<Failure>> failureOf) {
        return result.succeeded()
                ? failureOf.apply(result.result())
                : Optional.of(
                        new Failure("08000", result.cause().getClass().getSimpleName(), false));
    }

    private void note(Failure failure, int tries) {
        outage.failed(failure.sqlState(), failure.fatal());
        metrics.retried(failure.sqlState());
        LOG.atWarn()
                .addKeyValue("sqlstate", failure.sqlState())
                .addKeyValue("reason", failure.reason())
                .addKeyValue("tries", tries + 1)
                .log(
                        failure.fatal()
                                ? "store needs repair; trying on"
                                : "store unavailable; trying again");
    }
}
