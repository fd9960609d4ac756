package gleaner.cycle;

import static gleaner.cycle.CycleUnderTest.P0;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.Decoded;
import gleaner.event.SourceRecord;
import gleaner.extract.Context;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WriteStageTest {
    private final Vertx vertx = Vertx.vertx();
    private final CountingMetrics metrics = new CountingMetrics();
    private final WriteStage stage =
            new WriteStage(
                    new RetryingStore(
                            vertx,
                            new FakeStore(),
                            new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), new Random(1)),
                            new Outage(Clock.systemUTC()),
                            metrics),
                    new FakeLog(vertx, vertx.getOrCreateContext()),
                    new BatchSize(8, Duration.ofSeconds(1)),
                    metrics);

    @AfterEach
    void close() throws Exception {
        vertx.close().await(10, SECONDS);
    }

    /** As only a bug can make it; but a worker that stops in silence is worse than any bug. */
    @Test
    void aBatchThatCannotEvenBeBegunMakesItsLanesStartAgain() throws Exception {
        var lane =
                new Lane(
                        new Claim(P0, 1, 10, Suspicion.NONE, null),
                        "id",
                        10,
                        16,
                        new ConversationContexts(4, 6, Duration.ofMinutes(30)));
        var backwards = new ReadBatch(List.of(passed(lane, 5)));

        assertThat(stage.write(backwards).await(10, SECONDS)).containsExactly(lane);
    }

    private static ReadBatch.LaneEffect passed(Lane lane, long offset) {
        var record =
                new SourceRecord(
                        P0, offset, "ann".getBytes(UTF_8), new byte[0], Map.of(), Instant.EPOCH);
        return new ReadBatch.LaneEffect(
                lane,
                new Effect.Passed(P0, offset),
                new Origin(record, new Decoded.Ignored("typing"), Context.NONE));
    }
}
