package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import gleaner.servers.TestRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that is given little. */
@RealServers
final class SmallMachineIT {
    private static final int FILES = 400;

    /** Texts near their limit, many more of them than the heap could hold. */
    @Test
    void inAHeapOf160MiBLongTextsAreReadOneBatchAfterTheOther(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var rounds = Size.of(8, 60);
        try (var trial = Trial.of("heap of 160 MiB", 3, log, database, folder)) {
            var workload = trial.workload(Mix.EVERYTHING);
            for (var round = 0; round < rounds; round++) {
                trial.produce(workload.next(30));
                trial.produce(List.of(workload.saying("so it goes. ".repeat(5_000))));
                trial.produceRecords(ignored(60));
            }
            var worker = trial.workers().jvm("-Xmx160m").set("batch.max-records", 2_000).start();
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            assertThat(worker.output()).doesNotContain("OutOfMemoryError");
            trial.verify(rounds);
        }
    }

    /** Strangers take all that are left, while the database ends the connections that stood. */
    @Test
    void withoutAFileDescriptorLeftItWaitsAndGoesOnWhenThereAreSome(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var rounds = Size.of(1, 10);
        var events = Size.of(800, 20_000);
        try (var trial = Trial.of("few file descriptors", 3, log, database, folder)) {
            trial.produce(trial.workload(Mix.EVERYTHING).next(events));
            var port = freePort();
            var worker = trial.workers().openFiles(FILES).set("http.port", port).start();
            for (var round = 1; round <= rounds; round++) {
                trial.untilApplied((long) events * round / (rounds + 2));
                var strangers = connect(port, 2 * FILES);
                endConnections(database);
                trial.harmed();
                trial.until(() -> worker.output().contains("trying again"), "noticed");
                for (var stranger : strangers) {
                    stranger.close();
                }
            }
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(rounds);
        }
    }

    private static List<TestRecord> ignored(int count) {
        var records = new ArrayList<TestRecord>();
        for (var n = 0; n < count; n++) {
            records.add(
                    TestRecord.of(
                            "user-" + n,
                            "{\"type\": \"typing\", \"more\": \"%s\"}"
                                    .formatted("x".repeat(100_000))));
        }
        return records;
    }

    private static List<Socket> connect(int port, int count) throws IOException {
        var sockets = new ArrayList<Socket>();
        for (var n = 0; n < count; n++) {
            sockets.add(new Socket(InetAddress.getLoopbackAddress(), port));
        }
        return sockets;
    }

    private static void endConnections(TestDatabase database) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
