package gleaner.cycle;

import static gleaner.cycle.CycleUnderTest.P0;
import static gleaner.cycle.CycleUnderTest.P1;
import static gleaner.cycle.CycleUnderTest.messages;
import static gleaner.cycle.CycleUnderTest.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the cycle makes of logs, positions and claims that others change. */
final class ChangesUnderTheCycleTest {
    private final CycleUnderTest it = CycleUnderTest.passingGaps();

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void aParkedPartitionIsNotReadAndTold() throws Exception {
        it.log.produce(P0, messages(10));
        it.store.park(P0, "topic recreated");
        it.start(P0);

        until(() -> it.cycle.status().parked().containsKey(P0));

        assertThat(it.log.positions()).isEmpty();
        assertThat(it.metrics.count("parked")).isEqualTo(1);
    }

    @Test
    void gapsAreCountedAndPassed() throws Exception {
        it.log.produce(P0, messages(5));
        it.log.lose(P0, 3);
        it.log.produce(P0, messages(2));
        it.start(P0);

        it.untilPositions(10);

        assertThat(it.metrics.count("missing")).isEqualTo(3);
        assertThat(it.metrics.count("polled")).isEqualTo(7);
    }

    @Test
    void whereGapsAreLossesThePartitionIsParkedBehindAllBeforeThem() throws Exception {
        try (var strict = CycleUnderTest.parkingBeforeGaps()) {
            strict.log.produce(P0, messages(15));
            strict.log.lose(P0, 3);
            strict.log.produce(P0, messages(20));
            strict.start(P0);

            until(() -> strict.cycle.status().parked().containsKey(P0));
            assertThat(strict.cycle.status().parked())
                    .containsEntry(P0, "offsets 15 to 17 are missing from the log");
            assertThat(strict.store.position(P0)).isEqualTo(15);

            strict.store.goOnAt(P0, 18);
            strict.untilPositions(38);
            assertThat(strict.offsets(P0)).hasSize(35).isSorted();
            assertThat(strict.cycle.status().parked()).isEmpty();
        }
    }

    @Test
    void aPartitionThatIsParkedNoMoreIsClaimedOnceHoweverLongThatTakes() throws Exception {
        it.log.produce(P0, messages(100));
        it.store.park(P0, "topic recreated");
        it.start(P0);
        until(() -> it.cycle.status().parked().containsKey(P0));
        it.log.answerAfter(200);

        it.store.goOnAt(P0, 0);

        it.untilPositions(100);
        assertThat(it.store.claims()).isEqualTo(2);
        assertThat(it.offsets(P0))
                .containsExactlyElementsOf(LongStream.range(0, 100).boxed().toList());
    }

    /** The group takes it away and gives it back while the first claim is still on its way. */
    @Test
    void aPartitionThatIsClaimedTwiceAtOnceLosesNothing() throws Exception {
        it.start();
        it.log.answerAfter(20);
        for (var pause = 1; pause <= 20; pause++) {
            it.log.produce(P0, messages(100));
            it.log.assign(P0);
            Thread.sleep(pause);
            CycleUnderTest.await(it.log.revoke(P0));
            it.log.assign(P0);
            it.untilPositions(100L * pause);
        }
        assertThat(it.offsets(P0))
                .containsExactlyElementsOf(LongStream.range(0, 2_000).boxed().toList());
    }

    @Test
    void aTopicMadeAnewIsNoticedThoughItsOffsetsFit() throws Exception {
        it.log.produce(P0, messages(5));
        it.start(P0);
        it.untilPositions(5);

        it.log.recreate();

        until(() -> "recreated".equals(it.cycle.status().parked().get(P0)));
    }

    @Test
    void aPositionThatAnOperatorMovedIsFollowedWithoutANewRecord() throws Exception {
        it.log.produce(P0, messages(5));
        it.start(P0);
        it.untilPositions(5);

        it.store.goOnAt(P0, 2);

        until(() -> it.store.applied().size() == 8);
        assertThat(it.offsets(P0)).containsExactly(0L, 1L, 2L, 3L, 4L, 2L, 3L, 4L);
    }

    @Test
    void aStoreThatIsAnEarlierOneIsCaughtUpWithoutANewRecord() throws Exception {
        it.log.produce(P0, messages(5));
        it.start(P0);
        it.untilPositions(5);

        it.store.rewindTo(P0, 2);

        until(() -> it.store.applied().size() == 8);
        assertThat(it.offsets(P0)).containsExactly(0L, 1L, 2L, 3L, 4L, 2L, 3L, 4L);
    }

    @Test
    void aPartitionThatWasLostIsWorkedOnNoMoreAndIsNotGivenBack() throws Exception {
        it.log.produce(P0, messages(20));
        it.start(P0);
        it.untilPositions(20);

        it.log.takeAway(P0);
        until(() -> it.metrics.count("released") == 1);
        it.log.produce(P0, messages(10));
        it.log.assign(P1);
        it.log.produce(P1, messages(10));
        it.untilPositions(20, 10);

        assertThat(it.store.released()).as("another owner has it already").isEmpty();
        it.log.assign(P0);
        it.untilPositions(30);
        assertThat(it.offsets(P0))
                .containsExactlyElementsOf(LongStream.range(0, 30).boxed().toList());
    }
}
