package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.List;

/** One thing to look at in a database. */
interface DatabaseCheck {

    /** What it finds; nothing where there is nothing to look at. */
    List<Finding> in(Jdbc database, Schema schema) throws SQLException;
}
