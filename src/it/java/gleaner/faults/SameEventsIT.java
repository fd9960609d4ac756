package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.postgres.StateLine;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory is a function of the events: however they are delivered. */
@RealServers
final class SameEventsIT {
    private static final int PARTITIONS = 4;

    /** A user's events lie in several partitions, in no order, and several workers write them. */
    @Test
    void shuffledAcrossPartitionsAndInOtherBatchesTheyLeaveTheSameMemory(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var rounds = Size.of(1, 10);
        var count = Size.of(800, 10_000);
        try (var trial = Trial.of("shuffled", PARTITIONS, log, database, folder)) {
            var events = trial.workload(Mix.EVERYTHING.withoutAnswers()).next(count);
            var random = new Random(trial.seed().value());
            var delivered = new ArrayList<>(events);
            Collections.shuffle(delivered, random);
            trial.produce(delivered, record -> record.on(random.nextInt(PARTITIONS)));

            var sizes = List.of(1 + random.nextInt(10), 1 + random.nextInt(200));
            var workers = new ArrayList<WorkerProcess>();
            for (var size : sizes) {
                workers.add(trial.workers().set("batch.max-records", size).start());
            }
            trial.untilAllApplied();
            for (var worker : workers) {
                assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            }
            trial.verify(rounds, HistoryChecker::inAnyOrder);
            assertThat(StateLine.hash(StateLine.in(database)))
                    .as("the memory of the same events in their order")
                    .isEqualTo(Model.hash(events));
        }
    }

    @Test
    void deliveredThreeTimesTheyLeaveTheSameMemory(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var count = Size.of(500, 20_000);
        try (var trial = Trial.of("delivered three times", PARTITIONS, log, database, folder)) {
            var events = trial.workload(Mix.EVERYTHING.withoutAnswers()).next(count);
            trial.produce(threeTimes(events, trial));

            var workers = trial.workers().start(2);
            trial.untilAllApplied();
            for (var worker : workers) {
                assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            }
            trial.verify(3, HistoryChecker::inAnyOrder);
            assertThat(StateLine.hash(StateLine.in(database)))
                    .as("the memory of the same events delivered once")
                    .isEqualTo(Model.hash(events));
        }
    }

    /** The repetitions come at once, a little later, or at the very end. */
    private static List<WorkloadEvent> threeTimes(List<WorkloadEvent> events, Trial trial) {
        var random = trial.seed().random("repetitions");
        var delivered = new ArrayList<WorkloadEvent>();
        var later = new ArrayList<WorkloadEvent>();
        for (var event : events) {
            delivered.add(event);
            switch (random.nextInt(3)) {
                case 0 -> Collections.addAll(delivered, event, event);
                case 1 -> {
                    delivered.add(Math.max(0, delivered.size() - random.nextInt(30)), event);
                    later.add(event);
                }
                default -> Collections.addAll(later, event, event);
            }
        }
        delivered.addAll(later);
        return delivered;
    }
}
