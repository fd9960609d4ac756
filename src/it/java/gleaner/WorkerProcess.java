package gleaner;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A worker in a process of its own, as it is deployed: settings from the environment, ended by
 * signals.
 */
final class WorkerProcess implements AutoCloseable {
    private final Process process;
    private final Path output;

    private WorkerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts {@code gleaner run}; its output goes to a file in the folder. */
    static WorkerProcess run(Settings settings, Path folder) throws IOException {
        return start(settings, folder, "run");
    }

    /** The state hash of the database, as the command prints it. */
    static String stateHash(Settings settings, Path folder) throws Exception {
        try (var command = start(settings, folder, "state-hash")) {
            assertThat(command.process.waitFor(60, SECONDS)).as("state-hash ends").isTrue();
            assertThat(command.process.exitValue()).as(command.output()).isZero();
            var output = command.output();
            return output.lines()
                    .filter(line -> line.matches("[0-9a-f]{64}"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(output));
        }
    }

    private static WorkerProcess start(Settings settings, Path folder, String command)
            throws IOException {
        var output = Files.createTempFile(folder, "worker", ".log");
        var builder =
                new ProcessBuilder(commandLine(command))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GLEANER_"));
        builder.environment().putAll(environment(settings));
        return new WorkerProcess(builder.start(), output);
    }

    private static List<String> commandLine(String command) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED"));
        line.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "gleaner.Gleaner", command));
        return line;
    }

    private static Map<String, String> environment(Settings settings) {
        var password = settings.postgres().password();
        return Map.of(
                "GLEANER_KAFKA_BOOTSTRAP_SERVERS",
                        String.join(",", settings.kafka().bootstrapServers()),
                "GLEANER_KAFKA_TOPICS", String.join(",", settings.kafka().topics()),
                "GLEANER_KAFKA_GROUP_ID", settings.kafka().groupId(),
                "GLEANER_KAFKA_SESSION_TIMEOUT", "6 s",
                "GLEANER_KAFKA_INITIAL_POSITION", "earliest",
                "GLEANER_BATCH_MAX_RECORDS", Integer.toString(settings.batch().maxRecords()),
                "GLEANER_POSTGRES_URI", settings.postgres().uri(),
                "GLEANER_POSTGRES_USER", settings.postgres().user(),
                "GLEANER_POSTGRES_PASSWORD", password == null ? "" : password.reveal(),
                "GLEANER_HTTP_PORT", "0");
    }

    /** SIGKILL: no hook runs, nothing is released. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, SECONDS)).isTrue();
    }

    /** SIGTERM; gives the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(40, SECONDS)).as("ends after SIGTERM").isTrue();
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
