package gleaner;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cli.Exit;
import gleaner.config.Settings;
import gleaner.http.Check;
import gleaner.http.Meters;
import gleaner.http.StatusServer;
import gleaner.http.Vitals;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GleanerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "migrate",
                "extract",
                "state-hash",
                "health",
                "partitions",
                "forget",
                "dead-letters",
                "rewind",
                "rebuild",
                "doctor",
                "tidy"
            })
    void everyCommandExplainsItself(String command) {
        var shown = Shown.of("", Map.of(), command, "--help");

        assertThat(shown.code()).isEqualTo(Exit.OK);
        assertThat(shown.out()).contains("Usage: gleaner " + command);
    }

    @Test
    void theHelpNamesTheCommandsAndTheExitCodes() {
        assertThat(Shown.of("", Map.of(), "--help").out())
                .contains(
                        "run",
                        "migrate",
                        "extract",
                        "state-hash",
                        "health",
                        "partitions",
                        "forget",
                        "dead-letters",
                        "rewind",
                        "rebuild",
                        "doctor",
                        "tidy")
                .contains("0   done", "1   tried and failed", "2   called or set up wrongly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "walk", "extract --format xml", "run --config"})
    void aWrongCallExitsWithTwoAndSaysWhy(String line) {
        var shown = Shown.of("", Map.of(), line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(shown.code()).isEqualTo(Exit.USAGE);
        assertThat(shown.err()).isNotBlank();
        assertThat(shown.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "migrate", "doctor", "tidy", "state-hash", "health"})
    void wrongSettingsAreAllToldAndExitWithTwo(String command) {
        var shown =
                Shown.of(
                        "",
                        Map.of("GLEANER_HTTP_PORT", "many", "GLEANER_KAFKA_TOPIC", "a"),
                        command,
                        "--config",
                        "/nowhere.yaml");

        assertThat(shown.code()).isEqualTo(Exit.USAGE);
        assertThat(shown.err())
                .contains("The settings have 3 problem(s):")
                .contains("http.port (GLEANER_HTTP_PORT)")
                .contains("did you mean GLEANER_KAFKA_TOPICS?")
                .contains("/nowhere.yaml): there is no such file");
    }

    @Test
    void extractAnswersOnStandardOutputAndFailsWhereALineWasUnreadable() {
        var shown =
                Shown.of(
                        "{\"id\":1,\"text\":\"\"}\nno\n", Map.of(), "extract", "--format", "jsonl");

        assertThat(shown.code()).isEqualTo(Exit.FAILED);
        assertThat(shown.out().lines())
                .containsExactly(
                        "{\"id\":1,\"facts\":[],\"preferences\":[]}",
                        "{\"id\":null,\"error\":\"no JSON, from column 1 on\"}");
        assertThat(shown.err().lines())
                .containsExactly(
                        "line 2: no JSON, from column 1 on", "1 of 2 lines could not be read");
    }

    @Test
    void healthTellsAReadyWorkerFromOneThatIsNot() throws Exception {
        try (var meters = new Meters()) {
            var vertx = meters.vertx(new VertxOptions());
            var vitals = new Failing();
            var server =
                    StatusServer.start(
                                    vertx,
                                    new Settings.Http("127.0.0.1", 0),
                                    vitals,
                                    meters.registry())
                            .await(20, TimeUnit.SECONDS);
            var environment =
                    Map.of(
                            "GLEANER_HTTP_HOST",
                            "0.0.0.0",
                            "GLEANER_HTTP_PORT",
                            String.valueOf(server.port()));

            assertThat(Shown.of("", environment, "health").code()).isEqualTo(Exit.FAILED);
            assertThat(Shown.of("", environment, "health").out()).contains("away");
            assertThat(Shown.of("", environment, "health", "--live").code()).isEqualTo(Exit.OK);

            server.close().await(20, TimeUnit.SECONDS);
            var silent = Shown.of("", environment, "health");
            assertThat(silent.code()).isEqualTo(Exit.FAILED);
            assertThat(silent.err()).contains("/health/ready does not answer");
            vertx.close().await(20, TimeUnit.SECONDS);
        }
    }

    /** Live, but not ready. */
    private static final class Failing implements Vitals {
        @Override
        public List<Check> liveness() {
            return List.of();
        }

        @Override
        public List<Check> readiness() {
            return List.of(Check.failed("database", "away"));
        }
    }
}
