package gleaner.faults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.faults.database.Cluster.Stop;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That what is done to a cluster happens to it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ClusterIT {

    private Cluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = Cluster.start();
        cluster.execute("CREATE TABLE seen (n int)");
        cluster.execute("INSERT INTO seen VALUES (1)");
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void itComesBackAtTheSamePortWithItsData() throws Exception {
        for (var how : Stop.values()) {
            cluster.stop(how);
            assertThatThrownBy(cluster::connect).isInstanceOf(SQLException.class);
            cluster.restart();
            assertThat(seen()).isEqualTo(1);
        }
        assertThat(cluster.log()).contains("automatic recovery in progress");
    }

    @Test
    void itComesBackAsItWasEarlier() throws Exception {
        var earlier = cluster.snapshot();
        cluster.execute("INSERT INTO seen VALUES (2)");
        assertThat(seen()).isEqualTo(2);
        cluster.rewindTo(earlier);
        assertThat(seen()).isEqualTo(1);
    }

    @Test
    void frozenItSaysNothingAndThawedItGoesOn() throws Exception {
        try (var connection = cluster.connect()) {
            cluster.freeze();
            var answer = CompletableFuture.supplyAsync(() -> seen(connection));
            assertThatThrownBy(() -> answer.get(500, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            cluster.thaw();
            assertThat(answer.get()).isEqualTo(1);
        }
    }

    @Test
    void settingsAndAdmissionHoldFromTheNextStart() throws Exception {
        cluster.execute("CREATE ROLE guest LOGIN PASSWORD 'right'");
        cluster.configure(Map.of("default_transaction_read_only", "on"));
        cluster.admit("host all postgres all trust", "host all all all scram-sha-256");
        cluster.stop(Stop.FAST);
        cluster.restart();
        assertThatThrownBy(() -> cluster.execute("INSERT INTO seen VALUES (2)"))
                .hasMessageContaining("read-only");
        assertThatThrownBy(() -> cluster.database("postgres", "guest", "wrong").connect())
                .hasMessageContaining("password");
        cluster.database("postgres", "guest", "right").connect().close();
    }

    @Test
    void theBackendsOfWorkersAreFrozenAndTerminated() throws Exception {
        var backends = new Backends(cluster, new Random(1));
        assertThat(backends.terminateOne()).as("nobody is connected").isFalse();
        try (var worker = cluster.connect()) {
            worker.setClientInfo("ApplicationName", "gleaner");
            assertThat(backends.freezeOneAtWork()).as("it has nothing to do").isEmpty();
            worker.setAutoCommit(false);
            assertThat(seen(worker)).isEqualTo(1);
            var frozen = backends.freezeOneAtWork().orElseThrow();
            Signal.CONT.to(frozen);
            assertThat(backends.terminateOne()).isTrue();
            assertThatThrownBy(() -> seen(worker)).hasMessageContaining("terminating");
        }
    }

    private int seen() throws SQLException {
        try (var connection = cluster.connect()) {
            return seen(connection);
        }
    }

    private static int seen(Connection connection) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM seen")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
