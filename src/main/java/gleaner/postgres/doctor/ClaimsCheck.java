package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Who works on the partitions, and which of them nobody may work on. */
final class ClaimsCheck implements DatabaseCheck {
    private static final String CLAIMED =
            "SELECT format('%s-%s', topic, partition) FROM gleaner.partition_progress"
                    + " WHERE owner IS NOT NULL";

    private static final String PARKED =
            "SELECT format('%s-%s', topic, partition) FROM gleaner.partition_progress WHERE"
                    + " parked_reason IS NOT NULL";

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        if (!schema.has("partition_progress")) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        var parked = CountedRows.of(database, PARKED);
        if (!parked.isNone()) {
            findings.add(
                    Finding.asks(
                                    "worker.parked",
                                    "partitions are parked: nobody works on them",
                                    "gleaner partitions says why; decide where each goes on:"
                                            + " gleaner partitions unpark --at ...")
                            .of(parked.count(), parked.firstIds()));
        }
        var claimed = CountedRows.of(database, CLAIMED);
        if (!claimed.isNone()) {
            findings.add(
                    Finding.tells(
                                    "worker.claims",
                                    "partitions are claimed by a worker, or by one that"
                                            + " was killed")
                            .of(claimed.count(), claimed.firstIds()));
        }
        return findings;
    }
}
