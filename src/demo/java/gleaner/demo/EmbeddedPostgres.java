package gleaner.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A real PostgreSQL server, unpacked into a folder and run from there, reachable from this machine
 * only.
 *
 * <p>Commits are as durable as anywhere ({@code fsync} and {@code synchronous_commit} are on), so
 * what is shown with it is true.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    public static final String HOST = "127.0.0.1";
    public static final String USER = "postgres";
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts a server with an empty cluster.
     *
     * @param folder for programs, data and the server's log; the caller removes it
     */
    public static EmbeddedPostgres start(Path folder) throws IOException {
        return start(folder, Map.of());
    }

    /**
     * As {@link #start(Path)}.
     *
     * @param settings of the server, over those that it has here
     */
    public static EmbeddedPostgres start(Path folder, Map<String, String> settings)
            throws IOException {
        Files.createDirectories(folder);
        var log = ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile());
        var builder =
                io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(folder.toFile())
                        .setDataDirectory(folder.resolve("data"))
                        .setOutputRedirector(log)
                        .setErrorRedirector(log)
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(STARTUP)
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("listen_addresses", HOST)
                        .setServerConfig("unix_socket_directories", folder.toString())
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "100")
                        .setServerConfig("shared_buffers", "64MB")
                        .setServerConfig("timezone", "UTC");
        settings.forEach(builder::setServerConfig);
        return new EmbeddedPostgres(builder.start());
    }

    public int port() {
        return server.getPort();
    }

    /** For a reader of the tables; the server asks nobody on this machine for a password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port() + "/" + database + "?user=" + USER;
    }

    /** Stops the server; open connections are ended. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
