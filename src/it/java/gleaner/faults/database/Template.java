package gleaner.faults.database;

import gleaner.demo.Folder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What every cluster of this JVM begins with: the unpacked program, and an empty cluster's data to
 * be copied. Made once, when first asked for, and gone with the JVM.
 */
record Template(Path program, Path data) {

    static Template get() {
        return Once.TEMPLATE;
    }

    private static final class Once {
        static final Template TEMPLATE = make();
    }

    private static Template make() {
        try {
            var folder = Folder.temporary("gleaner-cluster-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return make(folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException("no PostgreSQL could be unpacked", e);
        }
    }

    /** A server that is started once and stopped: so the packages' own code does all the work. */
    private static Template make(Path folder) throws IOException {
        var data = folder.resolve("data");
        var log = ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile());
        var server =
                EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(folder.toFile())
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setOutputRedirector(log)
                        .setErrorRedirector(log)
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C")
                        .start();
        try {
            return new Template(program(data), data);
        } finally {
            server.close();
        }
    }

    /** As the running server's own process names it. */
    private static Path program(Path data) throws IOException {
        var pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(Path::of)
                .orElseThrow(() -> new IOException("the server is gone"));
    }

    private static void remove(Folder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            System.err.println("left behind: " + folder.path());
        }
    }
}
