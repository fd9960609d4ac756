package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.faults.database.Cluster;
import gleaner.faults.database.Cluster.Stop;
import gleaner.servers.RealServers;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that stops, and comes back. */
@RealServers
final class DatabaseAwayIT {
    private Cluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = Cluster.start();
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    /** Many times longer than the group waits for a poll. */
    @Test
    void whileItIsAwayTheWorkerStaysInItsGroup(TestLog log, @TempDir Path folder) throws Exception {
        var pollInterval = Duration.ofSeconds(Size.of(6, 30));
        var away = Duration.ofSeconds(Size.of(15, 600));
        var events = Size.of(2_000, 20_000);
        try (var trial = Trial.of("database away", 3, log, cluster.database("away"), folder)) {
            var page = StatusPage.anywhere();
            var worker =
                    trial.workers()
                            .set("kafka.group-id", trial.topic())
                            .set("kafka.properties.max.poll.interval.ms", pollInterval.toMillis())
                            .set("kafka.buffer-records", 200)
                            .set("retry.not-ready-after", "2 s")
                            .set("http.port", page.port())
                            .start();
            var workload = trial.workload(Mix.EVERYTHING);
            trial.produce(workload.next(events));
            trial.untilApplied(events / 4);
            var members = members(trial);
            cluster.stop(Stop.FAST);
            trial.harmed();
            trial.produce(workload.next(events));
            trial.until(() -> page.status("/health/ready") == 503, "not ready");
            var taken = page.metric("gleaner_records_polled_total");

            TimeUnit.MILLISECONDS.sleep(away.toMillis());

            assertThat(members(trial)).isEqualTo(members).hasSize(1);
            assertThat(page.status("/health/live")).isEqualTo(200);
            assertThat(page.metric("gleaner_records_polled_total"))
                    .as("what is taken up waits, and no more is")
                    .isEqualTo(taken);
            cluster.restart();
            trial.harmed();
            trial.untilAllApplied();
            trial.until(() -> page.status("/health/ready") == 200, "ready");
            assertThat(worker.said("partition claimed")).as("claimed once each").isEqualTo(3);
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(1);
        }
    }

    private static Set<String> members(Trial trial) throws Exception {
        var members = new TreeSet<String>();
        var groups = trial.log().admin().describeConsumerGroups(List.of(trial.topic()));
        Objects.requireNonNull(groups.all().get().get(trial.topic()))
                .members()
                .forEach(member -> members.add(member.consumerId()));
        return members;
    }

    @Test
    void stoppedAsIfItCrashedItForgetsNothing(TestLog log, @TempDir Path folder) throws Exception {
        var rounds = Size.of(2, 20);
        var events = Size.of(1_500, 30_000);
        try (var trial =
                Trial.of(
                        "database stopped at once and restarted",
                        3,
                        log,
                        cluster.database("stopped"),
                        folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(events));
            var random = trial.seed().random("stops");
            var worker = Impatience.in(trial.workers()).start();
            for (var round = 1; round <= rounds; round++) {
                trial.untilApplied((long) events * round / (rounds + 2));
                cluster.stop(Stop.IMMEDIATE);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1_000));
                cluster.restart();
                trial.harmed();
            }
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(rounds);
        }
    }

    /** A standby that was behind took over: what it never heard of is applied anew. */
    @Test
    void asItWasEarlierItIsBroughtUpToDateAgain(TestLog log, @TempDir Path folder)
            throws Exception {
        var rounds = Size.of(1, 5);
        var events = Size.of(1_500, 20_000);
        try (var trial = Trial.of("standby rewind", 3, log, cluster.database("rewound"), folder)) {
            var workload = trial.workload(Mix.EVERYTHING);
            trial.produce(workload.next(events));
            var worker = Impatience.in(trial.workers()).start();
            for (var round = 1; round <= rounds; round++) {
                trial.untilApplied((long) events * round / (rounds + 2));
                var earlier = cluster.snapshot();
                trial.untilApplied(trial.positions().sum() + events / (rounds + 3));
                cluster.rewindTo(earlier);
                trial.harmed();
            }
            trial.untilAllApplied();
            assertThat(worker.said("batch fenced")).as("it noticed").isGreaterThanOrEqualTo(1);
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(rounds);
        }
    }

    /** The same, when nothing more is said that would make the worker write. */
    @Test
    void asItWasEarlierItIsBroughtUpToDateAlsoWhenNobodySpeaks(TestLog log, @TempDir Path folder)
            throws Exception {
        try (var trial =
                Trial.of("standby rewind, idle", 3, log, cluster.database("idle"), folder)) {
            var workload = trial.workload(Mix.EVERYTHING);
            trial.produce(workload.next(200));
            var worker = Impatience.in(trial.workers()).set("kafka.watch-interval", "1 s").start();
            trial.untilAllApplied();
            var earlier = cluster.snapshot();
            trial.produce(workload.next(200));
            trial.untilAllApplied();
            cluster.rewindTo(earlier);
            trial.harmed();
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(1);
        }
    }
}
