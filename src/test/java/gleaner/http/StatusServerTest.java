package gleaner.http;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.config.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusServerTest {
    private final Meters meters = new Meters();
    private final Vertx vertx = meters.vertx(new VertxOptions());
    private final Told told = new Told();
    private final HttpClient client = HttpClient.newHttpClient();
    private final StatusServer server;

    StatusServerTest() throws TimeoutException {
        server =
                wait(
                        StatusServer.start(
                                vertx, new Settings.Http("127.0.0.1", 0), told, meters.registry()));
    }

    @BeforeEach
    void allIsWell() {
        told.live = List.of();
        told.ready = List.of(Check.ok("database", "reached"));
    }

    @AfterEach
    void close() throws TimeoutException {
        client.close();
        wait(server.close());
        wait(vertx.close());
        meters.close();
    }

    @Test
    void aWorkerThatIsWellIsLiveAndReady() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(new JsonObject(get("/health/ready").body()))
                .isEqualTo(
                        new JsonObject(
                                """
                                {"status":"up","checks":[
                                {"name":"database","status":"ok","reason":"reached"}]}\
                                """));
    }

    @Test
    void aFailedCheckWithdrawsReadinessAndSaysWhy() throws Exception {
        told.ready =
                List.of(
                        Check.failed("database", "away for 70 s"),
                        Check.ok("assignment", "3 partitions"));

        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body())
                .contains("\"status\":\"down\"", "\"status\":\"failed\"", "away for 70 s");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aWarningIsShownAndLeavesTheWorkerReady() throws Exception {
        told.ready = List.of(Check.warning("parked", "talk-3: topic recreated"));

        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body()).contains("\"warning\"", "topic recreated");
    }

    @Test
    void aFailedLivenessCheckAsksForARestart() throws Exception {
        told.live = List.of(Check.failed("cycle", "stopped"));

        assertThat(get("/health/live").statusCode()).isEqualTo(503);
    }

    @Test
    void metricsOfTheCycleTheJvmAndVertxAreServed() throws Exception {
        new MicrometerCycleMetrics(meters.registry()).polled(3);
        get("/health/live");

        var answer = get("/metrics");

        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body())
                .contains("gleaner_records_polled_total 3.0")
                .contains("jvm_memory_used_bytes{", "jvm_gc_", "process_uptime_seconds")
                .contains("vertx_http_server_requests_total{");
    }

    @Test
    void anythingElseIsRefusedInJson() throws Exception {
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/nothing").body()).isEqualTo("{\"error\":\"no such page\"}");
        assertThat(send("POST", "/health/live").statusCode()).isEqualTo(405);
        assertThat(send("POST", "/health/live").body())
                .isEqualTo("{\"error\":\"only GET is allowed\"}");
    }

    @Test
    void aCheckThatBreaksIsAnErrorAndNotAnAnswer() throws Exception {
        told.breaks = true;

        assertThat(get("/health/ready").statusCode()).isEqualTo(500);
        assertThat(get("/health/ready").body()).isEqualTo("{\"error\":\"the answer failed\"}");
    }

    @Test
    void aPortThatIsTakenFailsTheStart() throws TimeoutException {
        var taken = new Settings.Http("127.0.0.1", server.port());

        var outcome =
                StatusServer.start(vertx, taken, told, meters.registry())
                        .map(_ -> "listening")
                        .otherwise("refused");

        assertThat(wait(outcome)).isEqualTo("refused");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    private HttpResponse<String> send(String method, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static <T> T wait(Future<T> future) throws TimeoutException {
        return future.await(20, TimeUnit.SECONDS);
    }

    /** What a test says of the worker. */
    private static final class Told implements Vitals {
        private volatile List<Check> live = List.of();
        private volatile List<Check> ready = List.of();
        private volatile boolean breaks;

        @Override
        public List<Check> liveness() {
            return live;
        }

        @Override
        public List<Check> readiness() {
            if (breaks) {
                throw new IllegalStateException("as asked");
            }
            return ready;
        }
    }
}
