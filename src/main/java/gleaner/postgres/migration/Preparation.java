package gleaner.postgres.migration;

import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Brings a database to where the pending migrations hold no lock for long. */
final class Preparation {
    private static final String IS_TEXT =
            """
            SELECT EXISTS (SELECT
                             FROM information_schema.columns
                            WHERE table_schema = 'public'
                              AND table_name = 'universal_users'
                              AND column_name = 'preferences'
                              AND data_type = 'text')
            """;

    static final String CONVERSION = "V2__preferences_to_jsonb.sql";

    private final Jdbc database;
    private final ShortLock shortLock;
    private final Ahead ahead;

    /**
     * Takes what it prepares for.
     *
     * @param largeAbove rows of a table beyond which no migration works on it under a lock
     */
    Preparation(Jdbc database, List<Script> pending, int largeAbove) {
        this.database = database;
        shortLock = new ShortLock(database, RandomGenerator.getDefault());
        ahead = new Ahead(database, shortLock, pending, largeAbove);
    }

    /** What {@link #run} would send, in order. */
    List<PlannedScript> plan() throws SQLException {
        var scripts = new ArrayList<PlannedScript>();
        if (convertsOnline()) {
            scripts.addAll(OnlineConversion.plan());
        }
        scripts.addAll(ahead.plan());
        return scripts;
    }

    void run(ProgressListener progress) throws SQLException, InterruptedException {
        // Whoever is ended while a statement runs here ends the statement too.
        database.execute("SET client_connection_check_interval = 1000");
        ahead.dropUseless();
        if (convertsOnline()) {
            new OnlineConversion(database, shortLock, progress).run(ahead.indexNames());
        }
        ahead.run();
    }

    Ahead ahead() {
        return ahead;
    }

    boolean isText() throws SQLException {
        return database.truth(IS_TEXT);
    }

    boolean convertsOnline() throws SQLException {
        return ahead.makes(CONVERSION) && isText() && ahead.isLarge("universal_users");
    }
}
