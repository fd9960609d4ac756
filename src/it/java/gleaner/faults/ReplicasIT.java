package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.Eventually;
import gleaner.postgres.Db;
import gleaner.postgres.migration.StartingState;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several workers that start at once on a database that none of them has seen. */
@RealServers
final class ReplicasIT {
    private static final int REPLICAS = 3;

    private static final String IS_MIGRATING =
            "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'gleaner"
                    + " migrations%' AND datname = current_database()";

    private static final String APPLIED_TWICE =
            "SELECT version FROM gleaner.gleaner_schema_history WHERE version IS NOT NULL GROUP BY"
                    + " version HAVING count(*) > 1";

    private static final String FAILED =
            "SELECT version FROM gleaner.gleaner_schema_history WHERE NOT success";

    /** Every table counts as large, so that there is much to be killed in. */
    @ParameterizedTest
    @EnumSource(StartingState.class)
    void oneIsKilledAndTheOthersBecomeReady(
            StartingState state, TestLog log, TestDatabase database, @TempDir Path folder)
            throws Exception {
        state.withRowsIn(database);
        var ports = new ArrayList<Integer>();
        try (var workers = new Workers(folder, settings(log, database))) {
            for (var n = 0; n < REPLICAS; n++) {
                ports.add(freePort());
                workers.set("http.port", ports.getLast()).start();
            }
            var first = workers.all().getFirst();
            Eventually.until(() -> isMigrating(database), first::lastWords);
            first.kill();

            for (var n = 1; n < REPLICAS; n++) {
                var worker = workers.all().get(n);
                var port = ports.get(n);
                Eventually.until(() -> isReady(port), worker::lastWords);
            }
            assertThat(Db.rows(database, APPLIED_TWICE)).isEmpty();
            assertThat(Db.rows(database, FAILED)).isEmpty();
            for (var worker : workers.all().subList(1, REPLICAS)) {
                assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            }
        }
    }

    private static boolean isMigrating(TestDatabase database) throws Exception {
        return !Db.value(database, IS_MIGRATING).equals("0");
    }

    private static boolean isReady(int port) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
            var request = HttpRequest.newBuilder(ready).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Map<String, String> settings(TestLog log, TestDatabase database) {
        var settings = new TreeMap<String, String>();
        settings.put("kafka.bootstrap-servers", log.bootstrapServers());
        settings.put("kafka.topics", log.topic(REPLICAS));
        settings.put("kafka.group-id", "replicas-" + database.name());
        settings.put("kafka.session-timeout", "6 s");
        settings.put("postgres.uri", database.uri());
        settings.put("postgres.user", database.user());
        settings.put("postgres.password", database.password());
        settings.put("postgres.online-above-rows", "0");
        return settings;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
