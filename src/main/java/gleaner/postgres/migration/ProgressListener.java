package gleaner.postgres.migration;

import java.sql.SQLException;

/** Hears how far a migration is, several times a second, on the thread that migrates. */
@FunctionalInterface
public interface ProgressListener {

    /** May throw what ends the migration; the next one goes on. */
    void isAt(Progress progress) throws SQLException;
}
