package gleaner.faults.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The processes of a cluster that serve the workers' connections. */
public final class Backends {

    private final Cluster cluster;
    private final RandomGenerator random;

    public Backends(Cluster cluster, RandomGenerator random) {
        this.cluster = cluster;
        this.random = random;
    }

    /** Ends the connection of one of them; none where no worker is connected. */
    public boolean terminateOne() throws SQLException {
        var one = any();
        if (one.isPresent()) {
            cluster.execute("SELECT pg_terminate_backend(" + one.get() + ")");
        }
        return one.isPresent();
    }

    /** One that is in a transaction, stopped where it is; to go on with {@link Signal#CONT}. */
    public Optional<Long> freezeOneAtWork() throws SQLException {
        var one = pick("state <> 'idle'");
        one.ifPresent(Signal.STOP::to);
        return one;
    }

    private Optional<Long> any() throws SQLException {
        return pick("true");
    }

    private Optional<Long> pick(String condition) throws SQLException {
        var pids = new ArrayList<Long>();
        try (var connection = cluster.connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT pid FROM pg_stat_activity"
                                        + " WHERE application_name = 'gleaner' AND "
                                        + condition
                                        + " ORDER BY pid")) {
            while (rows.next()) {
                pids.add(rows.getLong(1));
            }
        }
        return pick(pids);
    }

    private Optional<Long> pick(List<Long> pids) {
        return pids.isEmpty()
                ? Optional.empty()
                : Optional.of(pids.get(random.nextInt(pids.size())));
    }
}
