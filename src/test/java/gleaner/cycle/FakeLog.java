package gleaner.cycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A log in memory; like the real one it delivers nothing of a partition before it is told where to
 * start.
 */
final class FakeLog implements RecordSource {
    private final Vertx vertx;
    private final Context eventLoop;
    private final Map<Partition, List<Optional<SourceRecord>>> partitions = new TreeMap<>();
    private final Map<Partition, Long> positions = new HashMap<>();
    private final Set<Partition> paused = new HashSet<>();
    private final Map<Partition, Long> reported = new TreeMap<>();
    private @Nullable AssignmentListener listener;
    private String topicId = "id";
    private boolean pollsFail;
    private boolean closed;
    private int pauses;
    private int boundsAfterMillis = 1;

    FakeLog(Vertx vertx, Context eventLoop) {
        this.vertx = vertx;
        this.eventLoop = eventLoop;
    }

    synchronized void produce(Partition partition, String... values) {
        var records = partitions.computeIfAbsent(partition, p -> new ArrayList<>());
        for (var value : values) {
            records.add(
                    Optional.of(
                            new SourceRecord(
                                    partition,
                                    records.size(),
                                    "ann".getBytes(UTF_8),
                                    value.getBytes(UTF_8),
                                    Map.of(),
                                    Instant.parse("2025-06-01T12:00:00Z"))));
        }
    }

    /** Offsets that no record has. */
    synchronized void lose(Partition partition, int offsets) {
        var records = partitions.computeIfAbsent(partition, p -> new ArrayList<>());
        for (var i = 0; i < offsets; i++) {
            records.add(Optional.empty());
        }
    }

    /** The topic is made anew; its offsets stay as they are. */
    synchronized void recreate() {
        topicId = "another id";
    }

    synchronized void failPolls(boolean fail) {
        pollsFail = fail;
    }

    /** It takes its time to say where it begins and ends. */
    synchronized void answerAfter(int millis) {
        boundsAfterMillis = millis;
    }

    void assign(Partition... some) {
        onLoop(l -> {
            l.assigned(Set.of(some));
            return Future.succeededFuture();
        });
    }

    /** The group gave them to somebody else without asking. */
    void takeAway(Partition... some) {
        onLoop(l -> {
            synchronized (this) {
                positions.keySet().removeAll(Set.of(some));
            }
            l.lost(Set.of(some));
            return Future.succeededFuture();
        });
    }

    Future<Void> revoke(Partition... some) {
        return onLoop(l -> {
            synchronized (this) {
                positions.keySet().removeAll(Set.of(some));
            }
            return l.revoked(Set.of(some));
        });
    }

    synchronized Map<Partition, Long> reported() {
        return Map.copyOf(reported);
    }

    synchronized int pauses() {
        return pauses;
    }

    synchronized Set<Partition> paused() {
        return Set.copyOf(paused);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized Map<Partition, Long> positions() {
        return Map.copyOf(positions);
    }

    private Future<Void> onLoop(
            java.util.function.Function<AssignmentListener, Future<Void>> call) {
        var done = Promise.<Void>promise();
        eventLoop.runOnContext(v -> call.apply(listener()).onComplete(done));
        return done.future();
    }

    private synchronized AssignmentListener listener() {
        return java.util.Objects.requireNonNull(listener);
    }

    @Override
    public synchronized Future<Void> open(AssignmentListener assignmentListener) {
        listener = assignmentListener;
        return Future.succeededFuture();
    }

    @Override
    public Future<List<SourceRecord>> poll() {
        var polled = Promise.<List<SourceRecord>>promise();
        vertx.setTimer(
                2,
                id -> {
                    if (pollsFail()) {
                        polled.fail("no broker");
                    } else {
                        polled.complete(next());
                    }
                });
        return polled.future();
    }

    private synchronized boolean pollsFail() {
        return pollsFail;
    }

    private synchronized List<SourceRecord> next() {
        var batch = new ArrayList<SourceRecord>();
        positions.replaceAll((partition, position) -> {
            var records = partitions.getOrDefault(partition, List.of());
            if (paused.contains(partition) || position >= records.size()) {
                return position;
            }
            var to = (int) Math.min(records.size(), position + 10);
            records.subList(position.intValue(), to).forEach(r -> r.ifPresent(batch::add));
            return (long) to;
        });
        return batch;
    }

    @Override
    public synchronized Future<Map<Partition, LogBounds>> bounds(Set<Partition> some) {
        return vertx.timer(boundsAfterMillis, MILLISECONDS).map(passed -> boundsNow(some));
    }

    private synchronized Map<Partition, LogBounds> boundsNow(Set<Partition> some) {
        var bounds = new TreeMap<Partition, LogBounds>();
        some.forEach(p ->
                bounds.put(
                        p,
                        new LogBounds(
                                topicId, 0, partitions.getOrDefault(p, List.of()).size(), -1)));
        return bounds;
    }

    @Override
    public synchronized Future<Void> start(Map<Partition, Long> offsets) {
        positions.putAll(offsets);
        paused.removeAll(offsets.keySet());
        return Future.succeededFuture();
    }

    @Override
    public synchronized void pause(Set<Partition> some) {
        pauses++;
        paused.addAll(some);
    }

    @Override
    public synchronized void resume(Set<Partition> some) {
        paused.removeAll(some);
    }

    @Override
    public synchronized void report(Map<Partition, Long> some) {
        reported.putAll(some);
    }

    @Override
    public synchronized Future<Void> close() {
        closed = true;
        return Future.succeededFuture();
    }
}
