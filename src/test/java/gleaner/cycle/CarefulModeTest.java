package gleaner.cycle;

import static gleaner.cycle.CycleUnderTest.P0;
import static gleaner.cycle.CycleUnderTest.P1;
import static gleaner.cycle.CycleUnderTest.message;
import static gleaner.cycle.CycleUnderTest.messages;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of records that processes die of. */
final class CarefulModeTest {
    private final CycleUnderTest it = CycleUnderTest.passingGaps();

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void recordsBehindTwoDeathsAreTriedAloneUntilTheSuspectsAreThrough() throws Exception {
        it.log.produce(P0, messages(40));
        it.store.died(P0, 2, null);
        it.start(P0);

        it.untilPositions(40);

        assertThat(it.store.probes())
                .as("as many as can have been under way, one after the other")
                .isEqualTo(LongStream.range(0, it.limits.underWay()).boxed().toList());
        assertThat(it.offsets(P0)).isEqualTo(LongStream.range(0, 40).boxed().toList());
    }

    @Test
    void carefulAndOrdinaryPartitionsTakeTurns() throws Exception {
        it.log.produce(P0, messages(40));
        it.log.produce(P1, messages(40));
        it.store.died(P0, 2, null);
        it.start(P0, P1);

        it.untilPositions(40, 40);

        var order = it.store.applied().stream().map(Effect::partition).toList();
        assertThat(order.indexOf(P1)).as("P1 does not wait for all of P0").isLessThan(30);
        assertThat(it.offsets(P1)).isEqualTo(LongStream.range(0, 40).boxed().toList());
    }

    @Test
    void aRecordThatNobodySurvivedIsGivenUpWithoutBeingTouched() throws Exception {
        it.log.produce(P0, message("bang", 0), message(1));
        it.store.died(P0, 4, 0L);
        it.start(P0);

        it.untilPositions(2);

        assertThat(it.store.applied().getFirst())
                .isEqualTo(
                        new Effect.Dead(
                                new DeadLetter(
                                        P0,
                                        0,
                                        "process_died",
                                        null,
                                        "each process that tried this record alone died",
                                        1)));
        assertThat(it.bangs).hasValue(0);
    }

    @Test
    void aRecordThatBreaksTheReaderItselfIsFoundAndGivenUp() throws Exception {
        it.log.produce(P0, message(0), message(1), message("bang", 2), message(3), message(4));
        it.start(P0);

        it.untilPositions(5);

        assertThat(it.store.applied())
                .filteredOn(e -> e instanceof Effect.Dead)
                .extracting(Effect::offset)
                .containsExactly(2L);
        assertThat(it.offsets(P0)).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(it.bangs).as("twice with others, then twice alone").hasValue(4);
    }

    @Test
    void aRecordIsNotTriedUnderAClaimThatHasEnded() throws Exception {
        it.log.produce(P0, messages(3));
        it.store.died(P0, 2, null);
        it.store.takeOverBeforeProbe();
        it.start(P0);

        it.untilPositions(3);

        assertThat(it.store.claims()).as("claimed, and claimed again").isEqualTo(2);
        assertThat(it.offsets(P0)).containsExactly(0L, 1L, 2L);
    }
}
