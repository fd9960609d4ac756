package gleaner.postgres;

import gleaner.config.Secret;
import gleaner.config.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A connection for work that may block, before the worker runs or beside it: migrations and the
 * commands of an operator. Every statement is a transaction of its own but within {@link
 * #inTransaction}.
 */
public final class Jdbc implements AutoCloseable {
    private static final String JAVAS_AUTHORITIES =
            "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";

    private final Connection connection;

    private Jdbc(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work that a transaction is made of. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

    /**
     * Where the driver finds the database. Without {@code sslrootcert} it would look for a file in
     * the user's home; the reactive client asks the authorities that Java knows, and so does it.
     */
    public static String url(Settings.Postgres settings) {
        var uri = settings.uri();
        boolean asksJava = uri.contains("sslmode=verify-") && !uri.contains("sslrootcert=");
        return "jdbc:" + uri + (asksJava ? JAVAS_AUTHORITIES : "");
    }

    /** The password; empty where the server asks for none. */
    public static String password(Settings.Postgres settings) {
        return Optional.ofNullable(settings.password()).map(Secret::reveal).orElse("");
    }

    /** As the driver wants it: whole seconds, of which 0 would be for ever. */
    public static String connectSeconds(Settings.Postgres settings) {
        return Long.toString(Math.max(1, settings.connectTimeout().toSeconds()));
    }

    /**
     * A new connection, the caller's to close.
     *
     * @param applicationName what {@code pg_stat_activity} shows
     */
    public static Jdbc connect(Settings.Postgres settings, String applicationName)
            throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", password(settings));
        properties.setProperty("ApplicationName", applicationName);
        properties.setProperty("connectTimeout", connectSeconds(settings));
        properties.setProperty("options", "-c client_min_messages=warning -c TimeZone=UTC");
        return new Jdbc(DriverManager.getConnection(url(settings), properties));
    }

    /** Runs statements without parameters. */
    public void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a statement with parameters; gives how many rows it changed. */
    public int update(String sql, Object... parameters) throws SQLException {
        try (var statement = prepared(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** All rows. */
    public <T> List<T> rows(String sql, RowReader<T> reader, Object... parameters)
            throws SQLException {
        try (var statement = prepared(sql, parameters);
                var found = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (found.next()) {
                rows.add(reader.read(found));
            }
            return rows;
        }
    }

    /** The only row. */
    public <T> T row(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        return rows(sql, reader, parameters).getFirst();
    }

    /** The only column of each row. */
    public List<String> texts(String sql, Object... parameters) throws SQLException {
        return rows(sql, row -> row.getString(1), parameters);
    }

    /** The only column of the only row. */
    public long number(String sql, Object... parameters) throws SQLException {
        return row(sql, row -> row.getLong(1), parameters);
    }

    /** The only column of the only row. */
    public boolean truth(String sql, Object... parameters) throws SQLException {
        return row(sql, row -> row.getBoolean(1), parameters);
    }

    /** Commits what succeeds, and rolls back what fails. */
    public void inTransaction(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (SQLException | RuntimeException failure) {
            rollback(failure);
            throw failure;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private void rollback(Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
