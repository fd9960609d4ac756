package gleaner.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;

import gleaner.config.Settings;
import gleaner.cycle.RecordSource.AssignmentListener;
import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A member of a group, driven as the cycle drives it: a source on an event loop, asked by one poll
 * after the other. What it hears is kept for the test's thread to read.
 */
final class Member implements AssignmentListener {
    private static final long RETRY_MS = 50;

    final List<Heard> heard = new CopyOnWriteArrayList<>();
    final AtomicInteger polls = new AtomicInteger();

    private final Vertx vertx;
    private final Context eventLoop;
    private final KafkaRecordSource source;
    private final Set<Partition> held = ConcurrentHashMap.newKeySet();
    private volatile Function<Set<Partition>, Future<Void>> onAssigned = Member::nothing;
    private volatile Function<Set<Partition>, Future<Void>> onRevoked = Member::nothing;
    private volatile boolean leaving;

    private Member(Vertx vertx, Context eventLoop, Settings.Kafka settings) {
        this.vertx = vertx;
        this.eventLoop = eventLoop;
        this.source = new KafkaRecordSource(vertx, settings);
    }

    private static Future<Void> nothing(Set<Partition> partitions) {
        return Future.succeededFuture();
    }

    static Member of(Vertx vertx, Settings.Kafka settings) {
        var made = new Member[1];
        await(
                vertx.deployVerticle(context -> {
                    made[0] = new Member(vertx, context, settings);
                    return Future.succeededFuture();
                }));
        return made[0];
    }

    /** From here on every assigned partition is started at once. */
    Member startingAt(long offset) {
        onAssigned = them -> source.start(at(offset, them));
        return this;
    }

    Member onRevoked(Function<Set<Partition>, Future<Void>> release) {
        onRevoked = release;
        return this;
    }

    Member join() {
        call(() -> source.open(this));
        eventLoop.runOnContext(now -> poll());
        return this;
    }

    private void poll() {
        source.poll()
                .onComplete((records, failure) -> {
                    polls.incrementAndGet();
                    if (failure != null) {
                        heard.add(new Heard.Failed(failure));
                    } else if (!records.isEmpty()) {
                        heard.add(new Heard.Polled(records));
                    }
                    if (leaving) {
                        return;
                    }
                    if (failure == null) {
                        poll();
                    } else {
                        vertx.setTimer(RETRY_MS, now -> poll());
                    }
                });
    }

    void start(Map<Partition, Long> offsets) {
        call(() -> source.start(offsets));
    }

    void pause(Set<Partition> partitions) {
        call(() -> {
            source.pause(partitions);
            return Future.succeededFuture();
        });
    }

    void resume(Set<Partition> partitions) {
        call(() -> {
            source.resume(partitions);
            return Future.succeededFuture();
        });
    }

    void report(Map<Partition, Long> positions) {
        call(() -> {
            source.report(positions);
            return Future.succeededFuture();
        });
    }

    Map<Partition, LogBounds> bounds(Set<Partition> partitions) {
        return call(() -> source.bounds(partitions));
    }

    KafkaRecordSource source() {
        return source;
    }

    void leave() {
        leaving = true;
        call(source::close);
    }

    /** Runs it where the cycle would, and waits for its outcome. */
    <T extends @Nullable Object> T call(Supplier<Future<T>> action) {
        return await(
                Future.future(promise ->
                        eventLoop.runOnContext(now -> action.get().onComplete(promise))));
    }

    private static <T extends @Nullable Object> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, SECONDS);
        } catch (Exception e) {
            throw new AssertionError("failed, or gave no answer within 60 s", e);
        }
    }

    Set<Partition> held() {
        return Set.copyOf(held);
    }

    <H extends Heard> List<H> heard(Class<H> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Stream<SourceRecord> records() {
        return heard(Heard.Polled.class).stream().flatMap(it -> it.records().stream());
    }

    List<String> values() {
        return records().map(Member::value).toList();
    }

    static String value(SourceRecord record) {
        return record.value() == null ? "(null)" : new String(record.value(), UTF_8);
    }

    /** Until this many more polls have ended: nothing was on its way that they would not bring. */
    void awaitPolls(int more) {
        var target = polls.get() + more;
        Eventually.eventually(more + " more polls", () -> polls.get() >= target);
    }

    @Override
    public void assigned(Set<Partition> partitions) {
        held.addAll(partitions);
        heard.add(new Heard.Assigned(partitions));
        var _ = onAssigned.apply(partitions);
    }

    @Override
    public Future<Void> revoked(Set<Partition> partitions) {
        held.removeAll(partitions);
        heard.add(new Heard.Revoking(partitions));
        return onRevoked.apply(partitions);
    }

    @Override
    public void lost(Set<Partition> partitions) {
        held.removeAll(partitions);
        heard.add(new Heard.Lost(partitions));
    }

    private static Map<Partition, Long> at(long offset, Set<Partition> partitions) {
        return partitions.stream().collect(toMap(it -> it, it -> offset));
    }
}
