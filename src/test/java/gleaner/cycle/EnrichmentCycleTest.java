package gleaner.cycle;

import static gleaner.cycle.CycleUnderTest.P0;
import static gleaner.cycle.CycleUnderTest.P1;
import static gleaner.cycle.CycleUnderTest.await;
import static gleaner.cycle.CycleUnderTest.message;
import static gleaner.cycle.CycleUnderTest.messages;
import static gleaner.cycle.CycleUnderTest.until;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.memory.Statement.Fact;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sentence, over a log and a store in memory. */
final class EnrichmentCycleTest {
    private final CycleUnderTest it = CycleUnderTest.passingGaps();

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void everyRecordIsAppliedOnceInItsOrder() throws Exception {
        it.log.produce(P0, messages(100));
        it.log.produce(P1, messages(50));
        it.start(P0, P1);

        it.untilPositions(100, 50);

        assertThat(it.offsets(P0)).isEqualTo(LongStream.range(0, 100).boxed().toList());
        assertThat(it.offsets(P1)).isEqualTo(LongStream.range(0, 50).boxed().toList());
        until(() -> it.metrics.count("applied") == 150);
        assertThat(it.metrics.count("polled")).isEqualTo(150);
        assertThat(it.metrics.count("accepted")).isEqualTo(150);
        until(() -> it.log.reported().getOrDefault(P0, 0L) == 100);
    }

    @Test
    void brokenAndForeignRecordsAreAccountedFor() throws Exception {
        it.log.produce(P0, message(0), "{not json", "{\"type\":\"weather.changed\"}", message(3));
        it.start(P0);

        it.untilPositions(4);

        assertThat(it.metrics.count("accepted")).isEqualTo(2);
        assertThat(it.metrics.count("rejected")).isEqualTo(1);
        assertThat(it.metrics.count("ignored")).isEqualTo(1);
        assertThat(it.metrics.count("polled")).isEqualTo(4);
        assertThat(it.store.applied()).filteredOn(e -> e instanceof Effect.Dead).hasSize(1);
    }

    @Test
    void anAbsentStoreIsWaitedForWhileThePartitionsPause() throws Exception {
        it.log.produce(P0, messages(200));
        var away = new FakeStore.Fault[30];
        java.util.Arrays.fill(away, FakeStore.Fault.AWAY);
        it.store.next(away);
        it.start(P0);

        it.untilPositions(200);

        assertThat(it.offsets(P0)).isEqualTo(LongStream.range(0, 200).boxed().toList());
        assertThat(it.metrics.count("retried")).isEqualTo(30);
        assertThat(it.log.pauses()).isPositive();
        assertThat(it.outage.longerThan(Duration.ZERO)).isEmpty();
    }

    @Test
    void aLostReplyDoesNotApplyTwice() throws Exception {
        it.log.produce(P0, messages(40));
        it.store.next(FakeStore.Fault.REPLY_LOST);
        it.start(P0);

        it.untilPositions(40);

        assertThat(it.offsets(P0)).isEqualTo(LongStream.range(0, 40).boxed().toList());
        assertThat(it.store.claims()).as("no new claim is needed").isEqualTo(1);
    }

    @Test
    void aRefusedRecordBecomesADeadLetterAndItsNeighboursAreApplied() throws Exception {
        it.log.produce(P0, messages(30));
        it.store.refuse(13);
        it.store.refuse(14);
        it.start(P0);

        it.untilPositions(30);

        assertThat(it.offsets(P0)).isEqualTo(LongStream.range(0, 30).boxed().toList());
        assertThat(it.store.applied())
                .filteredOn(e -> e instanceof Effect.Dead)
                .extracting(Effect::offset)
                .containsExactly(13L, 14L);
        assertThat(it.metrics.count("bisected")).isPositive();
    }

    @Test
    void batchesThatTakeTooLongAreMadeSmallerAndNothingIsGivenUp() throws Exception {
        it.log.produce(P0, messages(60));
        it.store.isInTimeUpTo(3);
        it.start(P0);

        it.untilPositions(60);

        assertThat(it.offsets(P0)).isEqualTo(LongStream.range(0, 60).boxed().toList());
        assertThat(it.store.applied()).noneMatch(e -> e instanceof Effect.Dead);
        assertThat(it.metrics.count("bisected")).as("the next ones are small").isLessThan(20);
    }

    @Test
    void aTakenOverPartitionIsStartedAgainFromWhatIsCommitted() throws Exception {
        it.log.produce(P0, messages(60));
        it.store.next(FakeStore.Fault.TAKEN_OVER);
        it.start(P0);

        it.untilPositions(60);

        assertThat(it.offsets(P0)).isEqualTo(LongStream.range(0, 60).boxed().toList());
        assertThat(it.metrics.count("fenced")).isEqualTo(1);
        assertThat(it.store.claims()).isEqualTo(2);
    }

    @Test
    void aRevokedPartitionIsWorkedOnNoMore() throws Exception {
        it.log.produce(P0, messages(10));
        it.start(P0, P1);
        it.untilPositions(10);

        await(it.log.revoke(P0));
        it.log.produce(P0, messages(10));
        it.log.produce(P1, messages(10));

        until(() -> it.store.position(P1) == 10);
        assertThat(it.store.position(P0)).isEqualTo(10);
        assertThat(it.store.released()).extracting(Claim::partition).containsExactly(P0);
        assertThat(it.cycle.status().assigned()).isEqualTo(1);
    }

    @Test
    void noRecordIsSkippedWhenTheOutcomeOfABatchStaysUnknown() throws Exception {
        it.log.produce(P0, messages(40));
        it.log.produce(P1, messages(40));
        it.store.next(FakeStore.Fault.TAKEN_OVER);
        it.store.failReads();
        it.start(P0, P1);
        until(() -> it.metrics.count("fenced") == 1 && it.metrics.count("retried") > 2);

        await(it.log.revoke(P1));

        until(() -> it.store.position(P0) == 40);
        assertThat(it.offsets(P0)).isEqualTo(LongStream.range(0, 40).boxed().toList());
    }

    @Test
    void aRestartReadsTheContextAgainButAppliesNothingTwice() throws Exception {
        it.log.produce(P0, messages(10));
        it.store.startAt(P0, 6);
        it.start(P0);

        it.untilPositions(10);

        assertThat(it.offsets(P0)).containsExactly(6L, 7L, 8L, 9L);
        assertThat(it.metrics.count("contextOnly")).isEqualTo(it.limits.contextRecords());
        assertThat(it.metrics.count("polled")).isEqualTo(4);
        assertThat(it.store.applied().getFirst())
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
    void howLongPollsHaveFailedIsTold() throws Exception {
        it.log.failPolls(true);
        it.start(P0);
        until(() -> it.cycle.pollsFailingFor().isPositive());

        it.log.failPolls(false);
        until(() -> it.cycle.pollsFailingFor().isZero());
    }

    @Test
    void aReaderThatFailsCostsOnlyItsRecord() throws Exception {
        it.log.produce(P0, message(0), message("boom", 1), message(2));
        it.start(P0);

        it.untilPositions(3);

        assertThat(it.store.applied())
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
    void drainingCommitsWhatIsInFlightAndCloseGivesTheClaimsBack() throws Exception {
        it.log.produce(P0, messages(100));
        it.start(P0);
        until(() -> it.store.position(P0) > 0);

        await(it.call(it.cycle::drain));
        var reached = it.store.position(P0);
        await(it.call(it.cycle::close));

        assertThat(it.offsets(P0)).isEqualTo(LongStream.range(0, reached).boxed().toList());
        assertThat(it.store.released()).extracting(Claim::partition).contains(P0);
        assertThat(it.log.isClosed()).isTrue();
        assertThat(it.cycle.status().draining()).isTrue();
    }
}
