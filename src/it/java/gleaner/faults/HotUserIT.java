package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.Partition;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One user who speaks more than all others together. */
@RealServers
final class HotUserIT {
    private static final int BUFFER = 400;

    /**
     * The users of the other partitions are served long before the backlog of the hot one is done:
     * by then no more of it was applied than they themselves had, and what was fetched already.
     */
    @Test
    void aUserWithNineOfTenEventsKeepsNobodyElseWaiting(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var events = Size.of(3_000, 40_000);
        try (var trial = Trial.of("hot user", 4, log, database, folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING.withHotUser(90)).next(events));
            var worker =
                    trial.workers()
                            .set("kafka.buffer-records", BUFFER)
                            .set("batch.max-records", Size.of(20, 200))
                            .start();
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(1);

            var model = new LogModel(trial.deliveries());
            var hot = hottest(model);
            var others =
                    model.partitions().stream()
                            .filter(p -> !p.equals(hot))
                            .mapToLong(model::end)
                            .max()
                            .orElseThrow();
            assertThat(appliedWhenTheOthersWereDone(hot, model, trial.history().traces()))
                    .isLessThanOrEqualTo(others + 2 * BUFFER)
                    .isLessThan(model.end(hot) / 2);
        }
    }

    private static Partition hottest(LogModel log) {
        return log.partitions().stream()
                .max(java.util.Comparator.comparingLong(log::end))
                .orElseThrow();
    }

    /**
     * The position of the hot partition in the moment when the last of the others reached its end.
     */
    private static long appliedWhenTheOthersWereDone(
            Partition hot, LogModel log, List<Trace> traces) {
        var positions = new HashMap<Partition, Long>();
        for (var trace : traces) {
            if (trace instanceof Trace.Moved moved) {
                positions.put(moved.partition(), moved.to());
                if (log.partitions().stream()
                        .filter(p -> !p.equals(hot))
                        .allMatch(p -> positions.getOrDefault(p, 0L) >= log.end(p))) {
                    return positions.getOrDefault(hot, 0L);
                }
            }
        }
        throw new AssertionError("never done");
    }
}
