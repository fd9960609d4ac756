package gleaner.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A worker in a process of its own, as it is deployed; driven by signals. */
final class WorkerProcess implements AutoCloseable {
    private static final int SHOWN = 30;

    private final Process process;
    private final Path output;
    private final WorkerImage.Loan image;

    WorkerProcess(Process process, Path output, WorkerImage.Loan image) {
        this.process = process;
        this.output = output;
        this.image = image;
    }

    /** SIGKILL: no hook runs, nothing is released. */
    void kill() throws InterruptedException {
        close();
        assertThat(process.waitFor(10, SECONDS)).isTrue();
    }

    /** SIGSTOP: not one instruction more, until {@link #thaw}. */
    void freeze() throws Exception {
        signal("STOP");
    }

    /** SIGCONT. */
    void thaw() throws Exception {
        signal("CONT");
    }

    /** SIGTERM, without waiting. */
    void askToEnd() {
        process.destroy();
    }

    /** SIGTERM; gives the exit code. */
    int terminate() throws InterruptedException {
        askToEnd();
        return exitCode();
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(40, SECONDS)).as("the process ends").isTrue();
        image.end(process.exitValue() == 0);
        return process.exitValue();
    }

    /** Whether it took partitions over. */
    boolean isAtWork() throws IOException {
        return output().contains("partition claimed");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** All it ever printed. */
    String output() throws IOException {
        return Files.readString(output);
    }

    /** How often it printed this. */
    int said(String words) throws IOException {
        return output().split(Pattern.quote(words), -1).length - 1;
    }

    /** The end of what it printed. */
    String lastWords() {
        try {
            var lines = output().lines().toList();
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void signal(String name) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).as("kill -%s", name).isZero();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            image.end(false);
            process.destroyForcibly();
        }
    }
}
