package gleaner.postgres;

import gleaner.config.Secret;
import gleaner.config.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * Opens connections for work that may block, before the worker runs or beside it: migrations and
 * the commands of an operator.
 */
public final class Jdbc {
    private Jdbc() {}

    /** Where the driver finds the database. */
    public static String url(Settings.Postgres settings) {
        return "jdbc:" + settings.uri();
    }

    /** The password; empty where the server asks for none. */
    public static String password(Settings.Postgres settings) {
        return Optional.ofNullable(settings.password()).map(Secret::reveal).orElse("");
    }

    /**
     * A new connection, the caller's to close, with the worker's limits on waiting.
     *
     * @param applicationName what {@code pg_stat_activity} shows
     */
    public static Connection connect(Settings.Postgres settings, String applicationName)
            throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", password(settings));
        properties.setProperty("ApplicationName", applicationName);
        properties.setProperty("connectTimeout", connectSeconds(settings));
        return DriverManager.getConnection(url(settings), properties);
    }

    /** As the driver wants it: whole seconds, of which 0 would be for ever. */
    public static String connectSeconds(Settings.Postgres settings) {
        return Long.toString(Math.max(1, settings.connectTimeout().toSeconds()));
    }
}
