package gleaner.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.Worker;
import gleaner.WorkerParts;
import gleaner.config.Settings;
import gleaner.cycle.RecordSource;
import gleaner.event.SourceRecord;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that throws whenever it is asked. */
@RealServers
final class PollIT {
    /** An unpaced loop would ask some twenty thousand times a second. */
    private static final int ASKED_A_SECOND = 100;

    @Test
    void whilePollThrowsForEverItIsAskedNowAndThenAndAllIsReadWhenItIsWell(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var rounds = Size.of(2, 10);
        var events = Size.of(600, 20_000);
        try (var trial = Trial.of("poll that throws for ever", 2, log, database, folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(events));
            var parts = new Parts();
            var worker =
                    Worker.start(trial.workers().settings(), new VertxOptions(), parts)
                            .await(60, SECONDS);
            for (var round = 1; round <= rounds; round++) {
                trial.untilApplied((long) events * round / (rounds + 2));
                parts.isIll = true;
                trial.harmed();
                var failures = parts.failures.get();
                var since = System.nanoTime();
                trial.until(() -> parts.failures.get() >= failures + 5, "asked again");
                var took = Duration.ofNanos(System.nanoTime() - since);
                assertThat(parts.failures.get() - failures)
                        .isLessThan((int) (5 + ASKED_A_SECOND * (1 + took.toSeconds())));
                parts.isIll = false;
            }
            trial.untilAllApplied();
            worker.stop().await(40, SECONDS);
            trial.verify(rounds);
        }
    }

    private static final class Parts implements WorkerParts {
        final AtomicInteger failures = new AtomicInteger();
        volatile boolean isIll;

        @Override
        public RecordSource source(Vertx vertx, Settings settings) {
            return new OtherSource(WorkerParts.super.source(vertx, settings)) {
                @Override
                public Future<List<SourceRecord>> poll() {
                    if (isIll) {
                        failures.incrementAndGet();
                        return Future.failedFuture(new KafkaException("of the test"));
                    }
                    return super.poll();
                }
            };
        }
    }
}
