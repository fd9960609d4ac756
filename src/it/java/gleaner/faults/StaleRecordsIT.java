package gleaner.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.Worker;
import gleaner.WorkerParts;
import gleaner.config.Settings;
import gleaner.cycle.RecordSource;
import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that turn up when they are no longer wanted. */
@RealServers
final class StaleRecordsIT {

    /** While another worker comes and goes, so that partitions are revoked and come back. */
    @Test
    void recordsDeliveredAfterTheirTimeAreDropped(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var rounds = Size.of(2, 15);
        var events = Size.of(1_500, 30_000);
        try (var trial = Trial.of("stale records", 4, log, database, folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(events));
            var parts = new Parts(trial.seed().random("stale"));
            var worker =
                    Worker.start(trial.workers().settings(), new VertxOptions(), parts)
                            .await(60, SECONDS);
            for (var round = 1; round <= rounds; round++) {
                trial.untilApplied((long) events * round / (rounds + 1));
                var guest = trial.workers().start();
                trial.until(guest::isAtWork, "a guest");
                assertThat(guest.terminate()).as(guest.lastWords()).isZero();
                trial.harmed();
            }
            trial.untilAllApplied();
            worker.stop().await(40, SECONDS);
            trial.verify(rounds);
            assertThat(parts.repeated.get()).as("stale records delivered").isGreaterThan(100);
        }
    }

    private static final class Parts implements WorkerParts {
        final AtomicInteger repeated = new AtomicInteger();
        private final RandomGenerator random;

        Parts(RandomGenerator random) {
            this.random = random;
        }

        @Override
        public RecordSource source(Vertx vertx, Settings settings) {
            return new Repeating(WorkerParts.super.source(vertx, settings));
        }

        /**
         * Delivers with each poll some of what it delivered before: of partitions that are gone, or
         * not started yet, and of others what was read already. What lies ahead it never delivers:
         * that no source may.
         */
        private final class Repeating extends OtherSource {
            private final List<SourceRecord> delivered = new ArrayList<>();
            private final Map<Partition, Long> next = new HashMap<>();

            Repeating(RecordSource source) {
                super(source);
            }

            @Override
            public Future<Void> start(Map<Partition, Long> offsets) {
                next.putAll(offsets);
                return super.start(offsets);
            }

            @Override
            public Future<List<SourceRecord>> poll() {
                return super.poll().map(this::beside);
            }

            private List<SourceRecord> beside(List<SourceRecord> fresh) {
                var all = new ArrayList<SourceRecord>();
                for (var n = random.nextInt(20); n > 0 && !delivered.isEmpty(); n--) {
                    var old = delivered.get(random.nextInt(delivered.size()));
                    if (old.offset() < next.getOrDefault(old.partition(), 0L)) {
                        all.add(old);
                        repeated.incrementAndGet();
                    }
                }
                var place = random.nextBoolean() ? 0 : all.size();
                delivered.addAll(fresh);
                fresh.forEach(record -> next.put(record.partition(), record.offset() + 1));
                all.addAll(place, fresh);
                return all;
            }
        }
    }
}
