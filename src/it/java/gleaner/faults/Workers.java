package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.config.Loading;
import gleaner.config.Settings;
import gleaner.config.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Starts workers as processes: the real {@code run} command, its settings in the environment. All
 * that still run are killed at the end.
 */
final class Workers implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> settings = new TreeMap<>();
    private final List<WorkerProcess> started = new ArrayList<>();
    private List<String> jvm = List.of("-Xmx256m");
    private String main = "gleaner.Gleaner";
    private int openFiles;

    Workers(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings.putAll(settings);
    }

    /** For those that are started from here on; the name is that of config/gleaner.yaml. */
    Workers set(String name, Object value) {
        settings.put(name, value.toString());
        return this;
    }

    /** Options of the JVM, instead of the usual ones. */
    Workers jvm(String... options) {
        jvm = List.of(options);
        return this;
    }

    /** How many files and connections a worker may have open. */
    Workers openFiles(int most) {
        openFiles = most;
        return this;
    }

    /** A main class that puts the worker together otherwise. */
    Workers main(Class<?> other) {
        main = other.getName();
        return this;
    }

    WorkerProcess start() throws IOException {
        var worker = launch(WorkerImage.shared().borrow(true), "run");
        started.add(worker);
        return worker;
    }

    /** A given number of them. */
    List<WorkerProcess> start(int count) throws IOException {
        var workers = new ArrayList<WorkerProcess>();
        for (var n = 0; n < count; n++) {
            workers.add(start());
        }
        return workers;
    }

    /** The same settings, for a worker in this process. */
    Settings settings() {
        var environment = new TreeMap<String, String>();
        settings.forEach((name, value) -> environment.put(variable(name), value));
        return switch (SettingsLoader.load(Optional.empty(), environment)) {
            case Loading.Loaded(var loaded) -> loaded;
            case Loading.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    /** Runs another command to its end; gives what it printed. */
    String command(String... words) throws Exception {
        try (var command = launch(WorkerImage.shared().borrow(false), words)) {
            assertThat(command.exitCode()).as(command.output()).isZero();
            return command.output();
        }
    }

    /** Begins another command. */
    WorkerProcess begin(String... words) throws IOException {
        var command = launch(WorkerImage.shared().borrow(false), words);
        started.add(command);
        return command;
    }

    List<WorkerProcess> all() {
        return List.copyOf(started);
    }

    private WorkerProcess launch(WorkerImage.Loan image, String... words) throws IOException {
        var output = Files.createTempFile(folder, "worker", ".log");
        var builder =
                new ProcessBuilder(commandLine(image, words))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GLEANER_"));
        settings.forEach((name, value) -> builder.environment().put(variable(name), value));
        return new WorkerProcess(builder.start(), output, image);
    }

    private List<String> commandLine(WorkerImage.Loan image, String... words) {
        var line = new ArrayList<String>();
        if (openFiles > 0) {
            // exec: the shell becomes the worker, and signals reach it.
            line.addAll(
                    List.of("bash", "-c", "ulimit -n " + openFiles + "; exec \"$@\"", "worker"));
        }
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--sun-misc-unsafe-memory-access=allow"));
        line.addAll(image.options());
        line.addAll(jvm);
        line.addAll(List.of("-cp", image.classPath(), main));
        line.addAll(List.of(words));
        return line;
    }

    private static String variable(String name) {
        return "GLEANER_" + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Override
    public void close() {
        started.forEach(WorkerProcess::close);
    }
}
