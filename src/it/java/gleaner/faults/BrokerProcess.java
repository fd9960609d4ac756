package gleaner.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.demo.EmbeddedKafka;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** A broker in a process of its own, so that it can be killed and come back with its data. */
final class BrokerProcess implements AutoCloseable {
    private final Path folder;
    private final int port;
    private Process process;

    private BrokerProcess(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    static BrokerProcess start(Path parent) throws Exception {
        var folder = Files.createDirectories(parent.resolve("broker"));
        var port = freePort();
        Files.writeString(properties(folder), configuration(folder, port, freePort()));
        try (var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8)) {
            var formatted =
                    StorageTool.execute(
                            new String[] {
                                "format",
                                "-t",
                                Uuid.randomUuid().toString(),
                                "-c",
                                properties(folder).toString()
                            },
                            nowhere);
            assertThat(formatted).as("formatted").isZero();
        }
        var broker = new BrokerProcess(folder, port, launch(folder));
        broker.untilItAnswers();
        return broker;
    }

    String bootstrapServers() {
        return "localhost:" + port;
    }

    /** SIGKILL: it writes nothing more. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, SECONDS)).isTrue();
    }

    /** SIGTERM: it hands over and ends in order. */
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, SECONDS)).isTrue();
    }

    /** Starts again where it was. */
    void startAgain() throws Exception {
        process = launch(folder);
        untilItAnswers();
    }

    private static Process launch(Path folder) throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.addAll(List.of("kafka.Kafka", properties(folder).toString()));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("output.log").toFile()))
                .start();
    }

    /** An answer from the broker, not from the machine that refuses the connection. */
    private void untilItAnswers() throws Exception {
        try (var admin = Admin.create(java.util.Map.of("bootstrap.servers", bootstrapServers()))) {
            for (; ; ) {
                try {
                    assertThat(admin.describeCluster().nodes().get(60, SECONDS)).isNotEmpty();
                    return;
                } catch (ExecutionException notYet) {
                    assertThat(process.isAlive())
                            .as(Files.readString(folder.resolve("output.log")))
                            .isTrue();
                }
            }
        }
    }

    private static String configuration(Path folder, int port, int controller) {
        var settings = new TreeMap<String, String>(EmbeddedKafka.SETTINGS);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@localhost:" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put(
                "listeners",
                "PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d".formatted(port, controller));
        settings.put("log.dirs", folder.resolve("data").toString());
        var text = new StringBuilder();
        settings.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        return text.toString();
    }

    private static Path properties(Path folder) {
        return folder.resolve("server.properties");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
