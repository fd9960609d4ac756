package gleaner.cycle;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.DecodeLimits;
import gleaner.event.EventDecoder;
import gleaner.event.Partition;
import gleaner.extract.Extraction;
import gleaner.extract.Turn;
import gleaner.memory.Emotion;
import gleaner.memory.Entity;
import gleaner.memory.EntityType;
import gleaner.memory.Evidence;
import gleaner.memory.Observation;
import gleaner.memory.Relation;
import gleaner.memory.Statement.Fact;
import gleaner.memory.Temporal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/**
 * A cycle over a log and a store in memory. Its reader observes how many turns of context there
 * were; it throws at "boom", and breaks down at "bang".
 */
final class CycleUnderTest implements AutoCloseable {
    static final Partition P0 = new Partition("events", 0);
    static final Partition P1 = new Partition("events", 1);

    final FakeStore store = new FakeStore();
    final CountingMetrics metrics = new CountingMetrics();
    final Outage outage = new Outage(Clock.systemUTC());
    final AtomicInteger bangs = new AtomicInteger();
    final CycleLimits limits;
    final FakeLog log;
    final EnrichmentCycle cycle;
    private final Vertx vertx = Vertx.vertx();
    private final io.vertx.core.Context eventLoop = vertx.getOrCreateContext();

    private CycleUnderTest(GapPolicy gaps) {
        limits = limits(gaps);
        log = new FakeLog(vertx, eventLoop);
        cycle =
                EnrichmentCycle.of(
                        vertx,
                        new CycleParts(
                                log,
                                store,
                                new EventDecoder(new DecodeLimits(1 << 20, 1 << 16, 32)),
                                this::echo,
                                vertx.createSharedWorkerExecutor("test", 2),
                                2,
                                limits,
                                RecordSource.LogBounds::beginning,
                                new Backoff(
                                        Duration.ofMillis(5), Duration.ofMillis(20), new Random(1)),
                                outage,
                                metrics));
    }

    static CycleUnderTest passingGaps() {
        return new CycleUnderTest(GapPolicy.COUNT);
    }

    static CycleUnderTest parkingBeforeGaps() {
        return new CycleUnderTest(GapPolicy.PARK);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, SECONDS).join();
    }

    private static CycleLimits limits(GapPolicy gaps) {
        return new CycleLimits(
                8,
                1 << 20,
                Duration.ofSeconds(1),
                Duration.ofMillis(5),
                2,
                20,
                1 << 20,
                4,
                6,
                Duration.ofMinutes(30),
                gaps,
                Duration.ofMillis(20),
                Duration.ofMillis(20));
    }

    void start(Partition... partitions) throws Exception {
        await(call(cycle::start));
        log.assign(partitions);
    }

    Future<Void> call(java.util.function.Supplier<Future<Void>> onLoop) {
        var done = io.vertx.core.Promise.<Void>promise();
        eventLoop.runOnContext(v -> onLoop.get().onComplete(done));
        return done.future();
    }

    static void await(Future<Void> future) throws Exception {
        future.toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    void untilPositions(long... positions) throws Exception {
        until(() ->
                store.position(P0) == positions[0]
                        && (positions.length < 2 || store.position(P1) == positions[1]));
    }

    static void until(BooleanSupplier condition) throws Exception {
        var deadline = System.nanoTime() + SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(2);
        }
    }

    List<Long> offsets(Partition partition) {
        return store.applied().stream()
                .filter(e -> e.partition().equals(partition))
                .map(Effect::offset)
                .toList();
    }

    static String[] messages(int count) {
        return LongStream.range(0, count).mapToObj(CycleUnderTest::message).toArray(String[]::new);
    }

    static String message(long i) {
        return message("hello", i);
    }

    static String message(String text, long i) {
        return """
        {"user_id":"ann","conversation_id":"c","role":"user","content":"%s","timestamp":"2025-06-01T10:%02d:00Z"}\
        """
                .formatted(text, i % 10);
    }

    /** Observes how many turns of context there were. */
    private Extraction echo(Turn turn, gleaner.extract.Context context) {
        if (turn.text().equals("boom")) {
            throw new IllegalStateException("must not be told");
        }
        if (turn.text().equals("bang")) {
            bangs.incrementAndGet();
            throw new OutOfMemoryError("as if");
        }
        return new Extraction(
                List.of(
                        new Observation(
                                turn.userId(),
                                new Fact(
                                        Relation.HAS,
                                        new Entity(
                                                EntityType.OTHER,
                                                Integer.toString(context.before().size()))),
                                false,
                                Temporal.CURRENT,
                                0.9,
                                0.5,
                                true,
                                Emotion.NEUTRAL,
                                turn.source(),
                                new Evidence(0, 1, null, "echo"),
                                "echo@1")),
                List.of(),
                false);
    }
}
