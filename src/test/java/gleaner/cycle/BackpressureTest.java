package gleaner.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Room for 100 records or 100,000 bytes, and four partitions. */
final class BackpressureTest {
    private static final List<Partition> ALL =
            IntStream.range(0, 4).mapToObj(n -> new Partition("t", n)).toList();
    private static final Partition BUSY = ALL.getFirst();
    private static final Partition QUIET = ALL.getLast();

    private final Vertx vertx = Vertx.vertx();
    private final FakeLog log = new FakeLog(vertx, vertx.getOrCreateContext());
    private final Lanes lanes = new Lanes();
    private final Intake intake = new Intake();
    private final CycleLimits limits =
            new CycleLimits(
                    50,
                    1 << 20,
                    Duration.ofSeconds(1),
                    Duration.ofMillis(5),
                    2,
                    100,
                    100_000,
                    0,
                    0,
                    Duration.ZERO,
                    GapPolicy.COUNT,
                    Duration.ofHours(1),
                    Duration.ZERO);
    private final Backpressure backpressure = new Backpressure(log, lanes, intake, limits);
    private long offset;

    @BeforeEach
    void open() {
        ALL.forEach(p ->
                lanes.open(
                        new Lane(
                                new Claim(p, 1, 0, Suspicion.NONE, null),
                                "id",
                                0,
                                0,
                                new ConversationContexts(0, 0, Duration.ZERO))));
    }

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void belowHalfNothingIsPaused() {
        wait(BUSY, 49, 10);
        assertThat(log.paused()).isEmpty();
    }

    @Test
    void fromHalfOnWhoHoldsMoreThanAShareIsPausedAndTheOthersAreNot() {
        wait(BUSY, 45, 10);
        wait(QUIET, 5, 10);
        assertThat(log.paused()).containsExactly(BUSY);
    }

    @Test
    void bytesCountAsRecordsDo() {
        wait(BUSY, 5, 10_000);
        wait(QUIET, 5, 10);
        assertThat(log.paused()).containsExactly(BUSY);
    }

    @Test
    void whenItIsFullAllArePaused() {
        wait(BUSY, 99, 10);
        wait(QUIET, 1, 10);
        assertThat(log.paused()).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void whoHoldsLessThanHalfAShareGoesOnAndTheBusyOneWhenTheIntakeIsNearlyEmpty() {
        wait(BUSY, 99, 10);
        wait(QUIET, 1, 10);

        take(BUSY, 1);
        assertThat(log.paused()).containsExactly(BUSY);
        take(BUSY, 74);
        assertThat(log.paused()).containsExactly(BUSY);
        take(BUSY, 1);
        assertThat(log.paused()).isEmpty();
    }

    @Test
    void whatWasStartedAgainStaysPausedWhileThereIsTooMuch() {
        wait(BUSY, 60, 10);
        log.resume(java.util.Set.of(BUSY));

        backpressure.hold();

        assertThat(log.paused()).containsExactly(BUSY);
    }

    @Test
    void aClosedLaneIsForgotten() {
        wait(BUSY, 60, 10);
        lanes.close(BUSY);
        log.resume(java.util.Set.of(BUSY));

        backpressure.hold();

        assertThat(log.paused()).isEmpty();
    }

    private void wait(Partition partition, int records, int bytes) {
        for (var i = 0; i < records; i++) {
            intake.add(
                    new SourceRecord(
                            partition, offset++, null, new byte[bytes], Map.of(), Instant.EPOCH));
        }
        backpressure.regulate();
    }

    private void take(Partition partition, int records) {
        assertThat(intake.take(records, 1 << 20, partition::equals)).hasSize(records);
        backpressure.regulate();
    }
}
