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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sentence, over a log and a store in memory. */
final class EnrichmentCycleTest {
    private static final Partition P0 = new Partition("events", 0);
    private static final Partition P1 = new Partition("events", 1);
    private static final CycleLimits LIMITS = limits(GapPolicy.COUNT);

    private final Vertx vertx = Vertx.vertx();
    private final io.vertx.core.Context eventLoop = vertx.getOrCreateContext();
    private final FakeStore store = new FakeStore();
    private final FakeLog log = new FakeLog(vertx, eventLoop);
    private final CountingMetrics metrics = new CountingMetrics();
    private final Outage outage = new Outage(Clock.systemUTC());
    private final AtomicInteger bangs = new AtomicInteger();
    private EnrichmentCycle cycle;

    @BeforeEach
    void build() {
        build(LIMITS);
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

    private void build(CycleLimits limits) {
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

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    @Test
    void everyRecordIsAppliedOnceInItsOrder() throws Exception {
        log.produce(P0, messages(100));
        log.produce(P1, messages(50));
        start(P0, P1);

        untilPositions(100, 50);

        assertThat(offsets(P0)).isEqualTo(LongStream.range(0, 100).boxed().toList());
        assertThat(offsets(P1)).isEqualTo(LongStream.range(0, 50).boxed().toList());
        until(() -> metrics.count("applied") == 150);
        assertThat(metrics.count("polled")).isEqualTo(150);
        assertThat(metrics.count("accepted")).isEqualTo(150);
        until(() -> log.reported().getOrDefault(P0, 0L) == 100);
    }

    @Test
    void brokenAndForeignRecordsAreAccountedFor() throws Exception {
        log.produce(P0, message(0), "{not json", "{\"type\":\"weather.changed\"}", message(3));
        start(P0);

        untilPositions(4);

        assertThat(metrics.count("accepted")).isEqualTo(2);
        assertThat(metrics.count("rejected")).isEqualTo(1);
        assertThat(metrics.count("ignored")).isEqualTo(1);
        assertThat(metrics.count("polled")).isEqualTo(4);
        assertThat(store.applied()).filteredOn(e -> e instanceof Effect.Dead).hasSize(1);
    }

    @Test
    void anAbsentStoreIsWaitedForWhileThePartitionsPause() throws Exception {
        log.produce(P0, messages(200));
        var away = new FakeStore.Fault[30];
        java.util.Arrays.fill(away, FakeStore.Fault.AWAY);
        store.next(away);
        start(P0);

        untilPositions(200);

        assertThat(offsets(P0)).isEqualTo(LongStream.range(0, 200).boxed().toList());
        assertThat(metrics.count("retried")).isEqualTo(30);
        assertThat(log.pauses()).isPositive();
        assertThat(outage.longerThan(Duration.ZERO)).isEmpty();
    }

    @Test
    void aLostReplyDoesNotApplyTwice() throws Exception {
        log.produce(P0, messages(40));
        store.next(FakeStore.Fault.REPLY_LOST);
        start(P0);

        untilPositions(40);

        assertThat(offsets(P0)).isEqualTo(LongStream.range(0, 40).boxed().toList());
        assertThat(store.claims()).as("no new claim is needed").isEqualTo(1);
    }

    @Test
    void aRefusedRecordBecomesADeadLetterAndItsNeighboursAreApplied() throws Exception {
        log.produce(P0, messages(30));
        store.refuse(13);
        store.refuse(14);
        start(P0);

        untilPositions(30);

        assertThat(offsets(P0)).isEqualTo(LongStream.range(0, 30).boxed().toList());
        assertThat(store.applied())
                .filteredOn(e -> e instanceof Effect.Dead)
                .extracting(Effect::offset)
                .containsExactly(13L, 14L);
        assertThat(metrics.count("bisected")).isPositive();
    }

    @Test
    void batchesThatTakeTooLongAreMadeSmallerAndNothingIsGivenUp() throws Exception {
        log.produce(P0, messages(60));
        store.isInTimeUpTo(3);
        start(P0);

        untilPositions(60);

        assertThat(offsets(P0)).isEqualTo(LongStream.range(0, 60).boxed().toList());
        assertThat(store.applied()).noneMatch(e -> e instanceof Effect.Dead);
        assertThat(metrics.count("bisected")).as("the next ones are small").isLessThan(20);
    }

    @Test
    void aTakenOverPartitionIsStartedAgainFromWhatIsCommitted() throws Exception {
        log.produce(P0, messages(60));
        store.next(FakeStore.Fault.TAKEN_OVER);
        start(P0);

        untilPositions(60);

        assertThat(offsets(P0)).isEqualTo(LongStream.range(0, 60).boxed().toList());
        assertThat(metrics.count("fenced")).isEqualTo(1);
        assertThat(store.claims()).isEqualTo(2);
    }

    @Test
    void aRevokedPartitionIsWorkedOnNoMore() throws Exception {
        log.produce(P0, messages(10));
        start(P0, P1);
        untilPositions(10);

        await(log.revoke(P0));
        log.produce(P0, messages(10));
        log.produce(P1, messages(10));

        until(() -> store.position(P1) == 10);
        assertThat(store.position(P0)).isEqualTo(10);
        assertThat(store.released()).extracting(Claim::partition).containsExactly(P0);
        assertThat(cycle.status().assigned()).isEqualTo(1);
    }

    @Test
    void noRecordIsSkippedWhenTheOutcomeOfABatchStaysUnknown() throws Exception {
        log.produce(P0, messages(40));
        log.produce(P1, messages(40));
        store.next(FakeStore.Fault.TAKEN_OVER);
        store.failReads();
        start(P0, P1);
        until(() -> metrics.count("fenced") == 1 && metrics.count("retried") > 2);

        await(log.revoke(P1));

        until(() -> store.position(P0) == 40);
        assertThat(offsets(P0)).isEqualTo(LongStream.range(0, 40).boxed().toList());
    }

    @Test
    void aParkedPartitionIsNotReadAndTold() throws Exception {
        log.produce(P0, messages(10));
        store.park(P0, "topic recreated");
        start(P0);

        until(() -> cycle.status().parked().containsKey(P0));

        assertThat(log.positions()).isEmpty();
        assertThat(metrics.count("parked")).isEqualTo(1);
    }

    @Test
    void aRestartReadsTheContextAgainButAppliesNothingTwice() throws Exception {
        log.produce(P0, messages(10));
        store.startAt(P0, 6);
        start(P0);

        untilPositions(10);

        assertThat(offsets(P0)).containsExactly(6L, 7L, 8L, 9L);
        assertThat(metrics.count("contextOnly")).isEqualTo(LIMITS.contextRecords());
        assertThat(metrics.count("polled")).isEqualTo(4);
        assertThat(store.applied().getFirst())
                .isInstanceOfSatisfying(
                        Effect.Learned.class,
                        l ->
                                assertThat(
                                                ((Fact) l.observations().getFirst().statement())
                                                        .entity()
                                                        .name())
                                        .as("how many turns of context it was read with")
                                        .isEqualTo("4"));
    }

    @Test
    void gapsAreCountedAndPassed() throws Exception {
        log.produce(P0, messages(5));
        log.lose(P0, 3);
        log.produce(P0, messages(2));
        start(P0);

        untilPositions(10);

        assertThat(metrics.count("missing")).isEqualTo(3);
        assertThat(metrics.count("polled")).isEqualTo(7);
    }

    @Test
    void whereGapsAreLossesThePartitionIsParkedBehindAllBeforeThem() throws Exception {
        build(limits(GapPolicy.PARK));
        log.produce(P0, messages(15));
        log.lose(P0, 3);
        log.produce(P0, messages(20));
        start(P0);

        until(() -> cycle.status().parked().containsKey(P0));
        assertThat(cycle.status().parked())
                .containsEntry(P0, "offsets 15 to 17 are missing from the log");
        assertThat(store.position(P0)).isEqualTo(15);

        store.goOnAt(P0, 18);
        untilPositions(38);
        assertThat(offsets(P0)).hasSize(35).isSorted();
        assertThat(cycle.status().parked()).isEmpty();
    }

    @Test
    void aTopicMadeAnewIsNoticedThoughItsOffsetsFit() throws Exception {
        log.produce(P0, messages(5));
        start(P0);
        untilPositions(5);

        log.recreate();

        until(() -> "recreated".equals(cycle.status().parked().get(P0)));
    }

    @Test
    void aPositionThatAnOperatorMovedIsFollowedWithoutANewRecord() throws Exception {
        log.produce(P0, messages(5));
        start(P0);
        untilPositions(5);

        store.goOnAt(P0, 2);

        until(() -> store.applied().size() == 8);
        assertThat(offsets(P0)).containsExactly(0L, 1L, 2L, 3L, 4L, 2L, 3L, 4L);
    }

    @Test
    void howLongPollsHaveFailedIsTold() throws Exception {
        log.failPolls(true);
        start(P0);
        until(() -> cycle.pollsFailingFor().isPositive());

        log.failPolls(false);
        until(() -> cycle.pollsFailingFor().isZero());
    }

    @Test
    void aReaderThatFailsCostsOnlyItsRecord() throws Exception {
        log.produce(P0, message(0), message("boom", 1), message(2));
        start(P0);

        untilPositions(3);

        assertThat(store.applied())
                .filteredOn(e -> e instanceof Effect.Dead)
                .singleElement()
                .satisfies(e ->
                        assertThat(((Effect.Dead) e).letter())
                                .isEqualTo(
                                        new DeadLetter(
                                                P0,
                                                1,
                                                "reader_failed",
                                                null,
                                                "the reader failed with IllegalStateException",
                                                1)));
    }

    @Test
    void recordsBehindTwoDeathsAreTriedAloneUntilTheSuspectsAreThrough() throws Exception {
        log.produce(P0, messages(40));
        store.died(P0, 2, null);
        start(P0);

        untilPositions(40);

        assertThat(store.probes())
                .as("as many as can have been under way, one after the other")
                .isEqualTo(LongStream.range(0, LIMITS.underWay()).boxed().toList());
        assertThat(offsets(P0)).isEqualTo(LongStream.range(0, 40).boxed().toList());
    }

    @Test
    void carefulAndOrdinaryPartitionsTakeTurns() throws Exception {
        log.produce(P0, messages(40));
        log.produce(P1, messages(40));
        store.died(P0, 2, null);
        start(P0, P1);

        untilPositions(40, 40);

        var order = store.applied().stream().map(Effect::partition).toList();
        assertThat(order.indexOf(P1)).as("P1 does not wait for all of P0").isLessThan(30);
        assertThat(offsets(P1)).isEqualTo(LongStream.range(0, 40).boxed().toList());
    }

    @Test
    void aRecordThatNobodySurvivedIsGivenUpWithoutBeingTouched() throws Exception {
        log.produce(P0, message("bang", 0), message(1));
        store.died(P0, 4, 0L);
        start(P0);

        untilPositions(2);

        assertThat(store.applied().getFirst())
                .isEqualTo(
                        new Effect.Dead(
                                new DeadLetter(
                                        P0,
                                        0,
                                        "process_died",
                                        null,
                                        "each process that tried this record alone died",
                                        1)));
        assertThat(bangs).hasValue(0);
    }

    @Test
    void aRecordThatBreaksTheReaderItselfIsFoundAndGivenUp() throws Exception {
        log.produce(P0, message(0), message(1), message("bang", 2), message(3), message(4));
        start(P0);

        untilPositions(5);

        assertThat(store.applied())
                .filteredOn(e -> e instanceof Effect.Dead)
                .extracting(Effect::offset)
                .containsExactly(2L);
        assertThat(offsets(P0)).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(bangs).as("twice with others, then twice alone").hasValue(4);
    }

    @Test
    void drainingCommitsWhatIsInFlightAndCloseGivesTheClaimsBack() throws Exception {
        log.produce(P0, messages(100));
        start(P0);
        until(() -> store.position(P0) > 0);

        await(call(cycle::drain));
        var reached = store.position(P0);
        await(call(cycle::close));

        assertThat(offsets(P0)).isEqualTo(LongStream.range(0, reached).boxed().toList());
        assertThat(store.released()).extracting(Claim::partition).contains(P0);
        assertThat(log.isClosed()).isTrue();
        assertThat(cycle.status().draining()).isTrue();
    }

    private void start(Partition... partitions) throws Exception {
        await(call(cycle::start));
        log.assign(partitions);
    }

    private Future<Void> call(java.util.function.Supplier<Future<Void>> onLoop) {
        var done = io.vertx.core.Promise.<Void>promise();
        eventLoop.runOnContext(v -> onLoop.get().onComplete(done));
        return done.future();
    }

    private static void await(Future<Void> future) throws Exception {
        future.toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    private void untilPositions(long... positions) throws Exception {
        until(() ->
                store.position(P0) == positions[0]
                        && (positions.length < 2 || store.position(P1) == positions[1]));
    }

    private static void until(BooleanSupplier condition) throws Exception {
        var deadline = System.nanoTime() + SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(2);
        }
    }

    private List<Long> offsets(Partition partition) {
        return store.applied().stream()
                .filter(e -> e.partition().equals(partition))
                .map(Effect::offset)
                .toList();
    }

    private static String[] messages(int count) {
        return LongStream.range(0, count)
                .mapToObj(EnrichmentCycleTest::message)
                .toArray(String[]::new);
    }

    private static String message(long i) {
        return message("hello", i);
    }

    private static String message(String text, long i) {
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
