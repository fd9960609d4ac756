package gleaner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Signals and exit codes, as the shell sees them. */
@Timeout(60)
class RunCommandTest {

    @Test
    void aSignalEndsTheWorkerInOrder() throws Exception {
        try (var run = new Run(Map.of())) {
            run.awaitLine("watched");
            run.signal("TERM");

            assertThat(run.exitCode()).isEqualTo(Exit.OK);
            assertThat(run.lines).containsExactly("migrating", "starting", "watched", "stopping");
        }
    }

    @Test
    void anInterruptFromTheTerminalDoesTheSame() throws Exception {
        try (var run = new Run(Map.of())) {
            run.awaitLine("watched");
            run.signal("INT");

            assertThat(run.exitCode()).isEqualTo(Exit.OK);
        }
    }

    @Test
    void aSecondSignalHaltsAtOnce() throws Exception {
        try (var run = new Run(Map.of(), "stop-hangs")) {
            run.awaitLine("watched");
            run.signal("TERM");
            run.awaitLine("stopping");
            run.signal("TERM");

            assertThat(run.exitCode()).isEqualTo(128 + 15);
        }
    }

    @Test
    void aSignalDuringTheMigrationsEndsTheProcess() throws Exception {
        try (var run = new Run(Map.of(), "migration-hangs")) {
            run.awaitLine("migrating");
            run.signal("TERM");

            assertThat(run.exitCode()).isEqualTo(Exit.OK);
        }
    }

    @Test
    void whatWaitingCannotMendEndsTheWorkerAndExitsWithTwo() throws Exception {
        try (var run = new Run(Map.of(), "breaks")) {
            assertThat(run.exitCode()).isEqualTo(Exit.USAGE);
            assertThat(run.lines).endsWith("stopping");
        }
    }

    @Test
    void aMigrationThatFailsKeepsTheWorkerFromStarting() throws Exception {
        try (var run = new Run(Map.of(), "migration-fails")) {
            assertThat(run.exitCode()).isEqualTo(Exit.FAILED);
            assertThat(run.lines).containsExactly("migrating");
        }
    }

    @Test
    void anErrorDuringTheStartEndsTheProcessToo() throws Exception {
        try (var run = new Run(Map.of(), "migration-breaks")) {
            assertThat(run.exitCode()).isEqualTo(Exit.FAILED);
        }
    }

    @Test
    void aWorkerThatCannotStartExitsWithOne() throws Exception {
        try (var run = new Run(Map.of(), "start-fails")) {
            assertThat(run.exitCode()).isEqualTo(Exit.FAILED);
            assertThat(run.lines).containsExactly("migrating", "starting");
        }
    }

    @Test
    void wrongSettingsKeepEverythingFromStarting() throws Exception {
        try (var run = new Run(Map.of("GLEANER_HTTP_PORT", "65536"))) {
            assertThat(run.exitCode()).isEqualTo(Exit.USAGE);
            assertThat(run.lines).isEmpty();
        }
    }

    @Test
    void theLogIsJsonWhereItIsAskedFor() throws Exception {
        try (var run = new Run(Map.of("GLEANER_LOG_FORMAT", "json"), "start-fails")) {
            assertThat(run.exitCode()).isEqualTo(Exit.FAILED);

            assertThat(Files.readAllLines(run.log))
                    .singleElement()
                    .extracting(JsonObject::new)
                    .satisfies(line -> {
                        assertThat(line.getString("level")).isEqualTo("ERROR");
                        assertThat(line.getString("formattedMessage"))
                                .isEqualTo("the worker could not start");
                        assertThat(line.getJsonArray("kvpList"))
                                .contains(new JsonObject().put("reason", "port taken"));
                    });
        }
    }

    @Test
    void theLogIsForPeopleAndAsQuietAsSetOtherwise() throws Exception {
        try (var run = new Run(Map.of("GLEANER_LOG_LEVEL", "error"), "breaks")) {
            run.exitCode();

            assertThat(Files.readAllLines(run.log))
                    .singleElement()
                    .asString()
                    .endsWith("ERROR RunCommand: beyond repair what=a right is missing");
        }
    }

    /** A process with the stubbed command, and what it has said so far. */
    private static final class Run implements AutoCloseable {
        private final Process process;
        private final BufferedReader out;
        private final List<String> lines = new ArrayList<>();

        private final Path log = Files.createTempFile("run", ".log");

        private Run(Map<String, String> environment, String... arguments) throws IOException {
            var command = new ArrayList<>(hearingInterrupts());
            command.addAll(
                    List.of(
                            System.getProperty("java.home") + "/bin/java",
                            "-Dlogback.configurationFile=logback.xml",
                            "-cp",
                            System.getProperty("java.class.path"),
                            StubbedRun.class.getName()));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command).redirectError(log.toFile());
            builder.environment().putAll(environment);
            process = builder.start();
            out = process.inputReader();
        }

        /**
         * A shell has what it runs in the background ignore interrupts, and every child inherits
         * that: these tests, and the process that they interrupt.
         */
        private static List<String> hearingInterrupts() throws IOException {
            var hearing = List.of("env", "--default-signal=INT");
            var attempt = new ArrayList<>(hearing);
            attempt.add("true");
            return new ProcessBuilder(attempt).start().onExit().join().exitValue() == 0
                    ? hearing
                    : List.of();
        }

        private void awaitLine(String expected) throws IOException {
            while (!lines.contains(expected)) {
                var line = out.readLine();
                assertThat(line).as("ended after " + lines).isNotNull();
                lines.add(line);
            }
        }

        private void signal(String name) throws IOException, InterruptedException {
            var kill =
                    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
            assertThat(kill.waitFor()).isZero();
        }

        private int exitCode() throws InterruptedException {
            lines.addAll(out.lines().toList());
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly();
            Files.delete(log);
        }
    }
}
