package gleaner;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import gleaner.servers.TestRecord;
import gleaner.servers.TestSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker that is killed in the middle and started again learns what an undisturbed one learns.
 */
@RealServers
final class CrashIT {
    private static final int ROUNDS = 12;

    @Test
    void killedAndStartedAgainItKnowsTheSame(
            TestLog log, TestDatabase disturbed, TestDatabase undisturbed, @TempDir Path folder)
            throws Exception {
        var topic = log.topic(3);
        var records = manyUsers();
        log.produce(topic, records);

        runKilled(log, topic, disturbed, folder, records.size());
        runToTheEnd(log, topic, undisturbed, folder);

        assertThat(hash(log, topic, disturbed, folder))
                .isEqualTo(hash(log, topic, undisturbed, folder));
        assertThat(KnownUser.all(disturbed)).isNotEmpty().isEqualTo(KnownUser.all(undisturbed));
    }

    /** Small batches, so that there is a middle to be killed in. */
    private static void runKilled(
            TestLog log, String topic, TestDatabase database, Path folder, int records)
            throws Exception {
        var progress = new Progress(log, topic, database);
        for (var part = 1; part <= 2; part++) {
            try (var worker = WorkerProcess.run(settings(log, topic, database), folder)) {
                progress.untilApplied((long) records * part / 4);
                assertThat(worker.isAlive()).as(worker.output()).isTrue();
                worker.kill();
            }
            assertThat(progress.applied()).as("killed before the end").isLessThan(records);
        }
        runToTheEnd(log, topic, database, folder);
    }

    private static void runToTheEnd(TestLog log, String topic, TestDatabase database, Path folder)
            throws Exception {
        try (var worker = WorkerProcess.run(settings(log, topic, database), folder)) {
            new Progress(log, topic, database).untilEnd();
            assertThat(worker.terminate()).as(worker.output()).isZero();
        }
    }

    private static gleaner.config.Settings settings(
            TestLog log, String topic, TestDatabase database) {
        return TestSettings.on(log, topic, database)
                .batch(b ->
                        new gleaner.config.Settings.Batch(
                                10, b.maxBytes(), b.targetTime(), b.linger(), b.inFlight()))
                .settings();
    }

    private static String hash(TestLog log, String topic, TestDatabase database, Path folder)
            throws Exception {
        return WorkerProcess.stateHash(settings(log, topic, database), folder);
    }

    /** The sample conversations over and over, each time by other people. */
    private static List<TestRecord> manyUsers() throws Exception {
        var records = new ArrayList<TestRecord>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var sample : Samples.records()) {
                records.add(renamed(sample, round));
            }
        }
        return records;
    }

    private static TestRecord renamed(TestRecord sample, int round) {
        var value = sample.value();
        var renamed =
                value == null
                        ? null
                        : new String(value, java.nio.charset.StandardCharsets.ISO_8859_1)
                                .replace("\"user_id\":\"", "\"user_id\":\"r" + round + "-")
                                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        return new TestRecord("r" + round + "-" + sample.key(), renamed, sample.headers(), null);
    }
}
