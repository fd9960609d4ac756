package gleaner.faults;

import gleaner.postgres.Db;
import gleaner.servers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What every step of a position has to pass, in the middle of its transaction: slowly, so that on a
 * machine of any speed there is work left when the harm is done, and not at all while a test keeps
 * it shut.
 */
final class Gate {
    private static final double PASSING_SECONDS = 0.01;
    private static final int KEY = 6_732;

    private static final String TRIGGER =
            """
            CREATE FUNCTION faults.pass_gate() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM pg_sleep(%s);
                PERFORM pg_advisory_xact_lock_shared(%d);
                RETURN NULL;
            END $$;
            CREATE TRIGGER faults_gate AFTER UPDATE ON gleaner.partition_progress
                FOR EACH ROW WHEN (NEW.next_offset <> OLD.next_offset)
                EXECUTE FUNCTION faults.pass_gate();
            """
                    .formatted(PASSING_SECONDS, KEY);

    private static final String WAITING =
            """
            SELECT EXISTS (SELECT FROM pg_locks
                            WHERE NOT granted AND locktype = 'advisory' AND objid = %d
                              AND database = (SELECT oid FROM pg_database
                                               WHERE datname = current_database()))
            """
                    .formatted(KEY);

    private final TestDatabase database;

    private Gate(TestDatabase database) {
        this.database = database;
    }

    /** Sets it up; the schema of the history must be there. */
    static Gate in(TestDatabase database) throws SQLException {
        Db.execute(database, TRIGGER);
        return new Gate(database);
    }

    /** Shuts it as soon as nobody is passing; until closed. */
    Shut shut() throws SQLException {
        return new Shut(database.connect());
    }

    /** The gate is shut: batches hold the rows of their positions, and wait. */
    final class Shut implements AutoCloseable {
        private final Connection connection;

        private Shut(Connection connection) throws SQLException {
            this.connection = connection;
            shut();
        }

        private void shut() throws SQLException {
            Db.execute(connection, "SELECT pg_advisory_lock(" + KEY + ")");
        }

        /** Lets go on who waits, and shuts the gate behind them. */
        void letPass() throws SQLException {
            Db.execute(connection, "SELECT pg_advisory_unlock(" + KEY + ")");
            shut();
        }

        boolean isAnyoneWaiting() throws SQLException {
            return Db.value(database, WAITING).equals("t");
        }

        /** The lock goes with the connection. */
        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
