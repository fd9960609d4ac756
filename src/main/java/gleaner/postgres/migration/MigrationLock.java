package gleaner.postgres.migration;

import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Lets one replica at a time migrate a database. It is asked for, not waited for: a waiting
 * statement would keep CREATE INDEX CONCURRENTLY from ending. It is the connection's, and goes with
 * it, whatever becomes of the process.
 */
final class MigrationLock {
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** "gleaner" in ASCII: nobody else's, with good likelihood. */
    private static final long KEY = 0x676c65616e6572L;

    private static final String TAKE = "SELECT pg_try_advisory_lock(?)";

    /** Its owner tells here how far it is, and the server, how far the index is that it builds. */
    private static final String OWNER =
            """
            SELECT concat_ws(' ', a.pid, a.application_name, i.index_relid, i.phase, i.lockers_done, i.blocks_done,
                             i.tuples_done)
              FROM pg_locks l
              JOIN pg_stat_activity a ON a.pid = l.pid
              LEFT JOIN pg_stat_progress_create_index i ON i.pid = l.pid
             WHERE l.locktype = 'advisory'
               AND l.granted
               AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
               AND l.classid::bigint = ? >> 32
               AND l.objid::bigint = ? & 4294967295
            """;

    private MigrationLock() {}

    /** Returns as its owner; whenever another owner got on, patience begins anew. */
    static void take(Jdbc database, Patience patience) throws SQLException, InterruptedException {
        var owner = List.<String>of();
        while (!database.truth(TAKE, KEY)) {
            var next = owner(database);
            if (!next.equals(owner)) {
                owner = next;
                patience.begin();
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Who has it, and how far it is: whenever that is another text, it got on. */
    static List<String> owner(Jdbc database) throws SQLException {
        return database.texts(OWNER, KEY, KEY);
    }

    /** Tells those who wait how far the owner is. */
    static void tell(Jdbc database, String howFar) throws SQLException {
        database.row(
                "SELECT set_config('application_name', 'gleaner migrations: ' || ?, false)",
                row -> row.getString(1),
                howFar);
    }
}
