package gleaner.postgres.rebuild;

import gleaner.config.Settings;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database beside the live one, on the same server and of the same locale, for as long as a
 * rebuild takes. Its name follows from the live one's, and whoever works in it holds a lock: so one
 * that nobody holds is what a killed process left behind, and goes.
 */
final class ScratchDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScratchDatabase.class);

    /** "rebuild" in ASCII: nobody else's, with good likelihood. */
    private static final long KEY = 0x72656275696c64L;

    private static final String TAKE = "SELECT pg_try_advisory_lock(?)";

    private static final String NAME =
            "SELECT 'gleaner_rebuild_' || oid FROM pg_database WHERE datname = current_database()";

    /** Older servers do not know all the columns. */
    private static final String CREATE =
            """
            SELECT format('CREATE DATABASE %I TEMPLATE template0 ENCODING %L LC_COLLATE %L LC_CTYPE %L',
                          ?::text, pg_encoding_to_char(d.encoding), d.datcollate, d.datctype)
                   || CASE to_jsonb(d)->>'datlocprovider'
                          WHEN 'i' THEN format(' LOCALE_PROVIDER icu ICU_LOCALE %L',
                                               coalesce(to_jsonb(d)->>'datlocale', to_jsonb(d)->>'daticulocale'))
                          WHEN 'b' THEN format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %L', to_jsonb(d)->>'datlocale')
                          ELSE ''
                      END
              FROM pg_database d
             WHERE d.datname = current_database()
            """;

    private static final Pattern URI = Pattern.compile("(postgresql://[^/]+/)[^?]+(.*)");

    private final Settings.Postgres live;
    private final Jdbc beside;
    private final String name;
    private boolean isThere;
    private boolean isClosed;

    private ScratchDatabase(Settings.Postgres live, Jdbc beside, String name) {
        this.live = live;
        this.beside = beside;
        this.name = name;
    }

    /**
     * Names it and takes the lock; {@link #create} makes it.
     *
     * @return null where another rebuild of the same database is under way
     */
    static @Nullable ScratchDatabase beside(Settings.Postgres live) throws SQLException {
        var connection = Jdbc.connect(live, "gleaner rebuild");
        try {
            if (connection.truth(TAKE, KEY)) {
                return new ScratchDatabase(
                        live, connection, connection.row(NAME, row -> row.getString(1)));
            }
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
        connection.close();
        return null;
    }

    /** Makes it anew, empty. */
    synchronized void create() throws SQLException {
        if (isClosed) {
            throw new IllegalStateException("closed already");
        }
        var statement = beside.row(CREATE, row -> row.getString(1), name);
        drop();
        beside.execute(statement);
        isThere = true;
    }

    /** Where it is found. */
    Settings.Postgres settings() {
        return new Settings.Postgres(
                URI.matcher(live.uri()).replaceFirst("$1" + name + "$2"),
                live.user(),
                live.password(),
                live.poolSize(),
                live.connectTimeout(),
                live.statementTimeout(),
                live.lockTimeout(),
                live.idleInTransactionTimeout(),
                live.migrationTimeout(),
                live.onlineAboveRows());
    }

    private void drop() throws SQLException {
        beside.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    /** Drops it, whoever is still connected; may be called while others still work in it. */
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try (beside) {
            if (isThere) {
                drop();
            }
        } catch (SQLException failure) {
            LOG.atWarn()
                    .addKeyValue("database", name)
                    .addKeyValue("sqlstate", failure.getSQLState())
                    .log("the scratch database could not be dropped; the next rebuild drops it");
        }
    }
}
