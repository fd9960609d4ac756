package gleaner.servers;

import gleaner.config.Secret;
import gleaner.config.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** An empty UTF-8 database for one test, dropped afterwards with whatever is still connected. */
public record TestDatabase(String host, int port, String name, String user, String password)
        implements AutoCloseable {

    static TestDatabase createOn(DatabaseServer server) {
        var database =
                new TestDatabase(
                        server.host(),
                        server.port(),
                        "test_" + UUID.randomUUID().toString().replace("-", ""),
                        server.user(),
                        server.password());
        database.onServer("CREATE DATABASE " + database.name);
        return database;
    }

    /** As {@link Settings.Postgres#uri()} wants it: without user and password. */
    public String uri() {
        return "postgresql://" + host + ":" + port + "/" + name;
    }

    /** With user and password. */
    public String jdbcUrl() {
        return jdbcUrl(name);
    }

    /** A new connection, to be closed by the test. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl());
    }

    /** How the worker reaches it. */
    public Settings.Postgres settings() {
        return new Settings.Postgres(
                uri(),
                user,
                new Secret(password),
                4,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                100_000);
    }

    @Override
    public void close() {
        onServer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private void onServer(String statement) {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"));
                var one = connection.createStatement()) {
            one.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
                .formatted(host, port, database, user, password);
    }

    @Override
    public String toString() {
        return uri();
    }
}
