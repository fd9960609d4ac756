package gleaner.faults.database;

import gleaner.faults.database.Cluster.Stop;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The processes of one run of a server: the first, and its children. */
final class Postmaster {

    /** Only a process that hangs for ever takes so long to end. */
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;

    private Postmaster(Process process) {
        this.process = process;
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it runs as nobody. */
    static Postmaster launch(Path program, Path data, int port, ProcessBuilder.Redirect log)
            throws IOException {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(
                List.of(program.toString(), "-D", data.toString(), "-p", Integer.toString(port)));
        return new Postmaster(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, and waits until it has. */
    void stop(Stop how) throws IOException {
        how.signal().to(process.pid());
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the server does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    void freeze() {
        pids().forEach(Signal.STOP::to);
    }

    void thaw() {
        pids().forEach(Signal.CONT::to);
    }

    /** Leaves nothing running, whatever state it is in. */
    void kill() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
    }

    private List<Long> pids() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }
}
