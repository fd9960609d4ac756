package gleaner.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.Partition;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import gleaner.servers.TestRecord;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics that are not what they were: nothing is guessed, and nobody starts over in silence. */
@RealServers
final class TopicIT {

    @Test
    void whereTheTopicWasTruncatedBeyondThePositionThePartitionIsParked(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var events = Size.of(200, 5_000);
        try (var trial = Trial.of("topic truncated", 2, log, database, folder)) {
            var hurt = new Partition(trial.topic(), 0);
            var workload = trial.workload(Mix.EVERYTHING.withoutAnswers());
            trial.produce(workload.next(events));
            trial.produceRecords(moreThanIsFetchedAhead());
            trial.produce(workload.next(events));
            var worker =
                    trial.workers()
                            .set("kafka.watch-interval", "1 s")
                            .set("kafka.buffer-records", 50)
                            .start();
            trial.untilApplied(20);
            worker.freeze();
            var position = trial.positions().now().getOrDefault(hurt, 0L);
            var beginning = new LogModel(trial.deliveries()).end(hurt) - events / 4;
            truncate(log, hurt, beginning);
            trial.harmed();
            worker.thaw();

            trial.until(() -> reason(trial, hurt) != null, "parked");
            assertThat(reason(trial, hurt)).contains("outside the log");
            trial.until(() -> worker.output().contains("partition parked"), "alarm");
            trial.until(() -> isDone(trial, new Partition(trial.topic(), 1)), "the other goes on");
            long stopped = trial.positions().now().getOrDefault(hurt, -1L);
            assertThat(stopped).isBetween(position, beginning - 1);

            trial.workers().command("partitions", "unpark", "--at", "beginning", "--apply");
            trial.gone(record ->
                    record.partition().equals(hurt)
                            && record.offset() >= stopped
                            && record.offset() < beginning);
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(1);
        }
    }

    /** Somebody makes the topic anew and puts the same events there again, and more. */
    @Test
    void whereTheTopicWasMadeAnewThePartitionsAreParked(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var events = Size.of(400, 10_000);
        try (var trial = Trial.of("topic recreated", 2, log, database, folder)) {
            var workload = trial.workload(Mix.EVERYTHING);
            var before = workload.next(events);
            trial.produce(before);
            var worker = trial.workers().set("kafka.watch-interval", "1 s").start();
            trial.untilAllApplied();
            var positions = trial.positions().now();

            log.admin().deleteTopics(List.of(trial.topic())).all().get(30, SECONDS);
            makeAgain(trial);
            trial.gone(record -> true);
            trial.harmed();
            trial.produce(before);
            for (var partition : positions.keySet()) {
                trial.until(() -> reason(trial, partition) != null, "parked " + partition);
                assertThat(reason(trial, partition)).contains("recreated");
            }
            trial.until(() -> worker.output().contains("partition parked"), "alarm");
            assertThat(trial.positions().now()).isEqualTo(positions);

            trial.workers().command("partitions", "unpark", "--at", "beginning", "--apply");
            trial.produce(workload.next(50));
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(
                    1,
                    checker -> {
                        positions.keySet().forEach(partition -> checker.rewound(partition, 0));
                        return checker;
                    });
        }
    }

    /** What a consumer holds of a partition is limited by bytes: so these are long. */
    private static List<TestRecord> moreThanIsFetchedAhead() {
        var filler = "{\"type\": \"typing\", \"more\": \"%s\"}".formatted("x".repeat(20_000));
        return Collections.nCopies(300, TestRecord.of("filler", filler).on(0));
    }

    private static void truncate(TestLog log, Partition partition, long before) throws Exception {
        var kafkas = new TopicPartition(partition.topic(), partition.number());
        log.admin()
                .deleteRecords(Map.of(kafkas, RecordsToDelete.beforeOffset(before)))
                .all()
                .get(30, SECONDS);
    }

    /** The broker takes its time to let the old one go. */
    private static void makeAgain(Trial trial) throws Exception {
        trial.until(
                () -> {
                    try {
                        trial.log().create(trial.topic(), 2, Map.of());
                        return true;
                    } catch (IllegalStateException stillThere) {
                        return false;
                    }
                },
                "the topic made anew");
    }

    private static boolean isDone(Trial trial, Partition partition) {
        var end = new LogModel(trial.deliveries()).end(partition);
        return trial.positions().now().getOrDefault(partition, 0L) >= end;
    }

    private static @Nullable String reason(Trial trial, Partition partition) throws SQLException {
        try (var connection = trial.database().connect();
                var query =
                        connection.prepareStatement(
                                "SELECT parked_reason FROM gleaner.partition_progress"
                                        + " WHERE topic = ? AND partition = ?")) {
            query.setString(1, partition.topic());
            query.setInt(2, partition.number());
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }
}
