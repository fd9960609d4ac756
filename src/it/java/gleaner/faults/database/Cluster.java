package gleaner.faults.database;

import gleaner.demo.Folder;
import gleaner.servers.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL server of one test's own: its processes can be signalled, its configuration changed,
 * its data put back to what they were.
 *
 * <p>It always runs from the embedded packages, also where a Docker engine answers: what the tests
 * do to it is done to processes and files.
 */
public final class Cluster implements AutoCloseable {

    public static final String HOST = "127.0.0.1";
    public static final String USER = "postgres";

    /** Only a server that will never come takes so long. */
    private static final long PATIENCE_SECONDS = 60;

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "listen_addresses", "'" + HOST + "'",
                    "unix_socket_directories", "''",
                    "max_connections", "60",
                    "shared_buffers", "'32MB'",
                    "timezone", "'UTC'");

    private final Path folder;
    private final int port;
    private final Thread atExit = new Thread(this::kill);
    private Postmaster server;

    /** How to stop. */
    public enum Stop {
        /** In order; what is under way is rolled back. */
        FAST(Signal.INT),
        /** As after a crash: the next start recovers. */
        IMMEDIATE(Signal.QUIT);

        private final Signal signal;

        Stop(Signal signal) {
            this.signal = signal;
        }

        Signal signal() {
            return signal;
        }
    }

    private Cluster(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        Copying.copy(Template.get().data(), data());
        Runtime.getRuntime().addShutdownHook(atExit);
        configure(SETTINGS);
        this.server = launch();
        awaitStart();
    }

    /**
     * Makes a cluster in a temporary folder and starts it. Everybody on this machine may connect as
     * {@link #USER}, without a password.
     */
    public static Cluster start() throws IOException {
        return new Cluster(Files.createTempDirectory("gleaner-cluster-"), freePort());
    }

    private static int freePort() throws IOException {
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    /** Settings of {@code postgresql.conf}, in force from the next start on. */
    public void configure(Map<String, String> settings) throws IOException {
        var lines = settings.entrySet().stream().map(s -> s.getKey() + " = " + s.getValue());
        Files.write(
                data().resolve("postgresql.conf"),
                lines.toList(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Who may come in how: the lines of {@code pg_hba.conf}, in force from the next start on. */
    public void admit(String... lines) throws IOException {
        Files.write(data().resolve("pg_hba.conf"), List.of(lines));
    }

    public int port() {
        return port;
    }

    /** The data folder, for files that the server shall read. */
    public Path data() {
        return folder.resolve("data");
    }

    /** A new database; it goes with the cluster. */
    public TestDatabase database(String name) throws SQLException {
        execute("CREATE DATABASE " + name);
        return database(name, USER, "unasked");
    }

    /** A database that is there, as somebody else is to reach it. */
    public TestDatabase database(String name, String user, String password) {
        return new TestDatabase(HOST, port, name, user, password);
    }

    /** Runs a statement as the superuser. */
    public void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + HOST + ":" + port + "/postgres", USER, "unasked");
    }

    /** Starts it again, at the same port, and waits until it answers. */
    public void restart() throws IOException {
        server = launch();
        awaitStart();
    }

    /** Stops it and waits until it is gone. */
    public void stop(Stop how) throws IOException {
        server.stop(how);
    }

    /** Stops every process of it where it is; connections stand and are silent. */
    public void freeze() {
        server.freeze();
    }

    /** Lets every process go on. */
    public void thaw() {
        server.thaw();
    }

    /**
     * The data as they are at this moment, as on the disk of a machine that crashed now: everything
     * stands still while they are copied.
     */
    public Path snapshot() throws IOException {
        var copy = folder.resolve("copy-" + System.nanoTime());
        freeze();
        try {
            Copying.copy(data(), copy);
        } finally {
            thaw();
        }
        Files.delete(copy.resolve("postmaster.pid"));
        return copy;
    }

    /** Ends it, and starts it again with the data of a snapshot: a standby that was behind. */
    public void rewindTo(Path snapshot) throws IOException {
        stop(Stop.IMMEDIATE);
        new Folder(data()).close();
        Files.move(snapshot, data());
        restart();
    }

    /** What the server said. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("postgres.log"));
    }

    private Postmaster launch() throws IOException {
        var output = ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile());
        return Postmaster.launch(Template.get().program(), data(), port, output);
    }

    private void awaitStart() throws IOException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                connect().close();
                return;
            } catch (SQLException notYet) {
                if (!server.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("no start: " + log(), notYet);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private void kill() {
        server.kill();
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(atExit);
        server.kill();
        new Folder(folder).close();
    }
}
