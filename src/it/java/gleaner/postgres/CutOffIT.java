package gleaner.postgres;

import static gleaner.postgres.FailingIT.outcome;
import static gleaner.postgres.Utterance.by;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.config.Settings;
import gleaner.faults.relay.Relay;
import gleaner.faults.relay.Toxic;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of a batch when the connection does not bring it there, or its reply not back. */
@RealServers
class CutOffIT {

    @Test
    void aServerThatFallsSilentIsGivenUp(TestDatabase database) {
        try (var relay = Relay.toPostgres(database.host(), database.port());
                var store = behind(relay, database)) {
            store.write(store.learned(by("ann", 1).likes("pizza")));

            relay.toServer().set(new Toxic.Timeout(Duration.ZERO));
            relay.toClient().set(new Toxic.Timeout(Duration.ZERO));
            assertThat(outcome(store)).startsWith("Unavailable 08006");

            relay.toServer().clear();
            relay.toClient().clear();
            store.write(store.learned(by("ann", 2).likes("pizza")));
        }
    }

    @Test
    void aConnectionThatStallsIsGivenUp(TestDatabase database) {
        try (var relay = Relay.toPostgres(database.host(), database.port());
                var store = behind(relay, database)) {
            store.write(store.learned(by("ann", 1).likes("pizza")));

            relay.toServer().set(new Toxic.Stalled());
            relay.toClient().set(new Toxic.Stalled());
            assertThat(outcome(store)).startsWith("Unavailable 08006");

            relay.toServer().clear();
            relay.toClient().clear();
            store.write(store.learned(by("ann", 2).likes("pizza")));
        }
    }

    @Test
    void aCommitThatIsNeverSentIsRolledBackAndCanBeRepeated(TestDatabase database) {
        try (var relay = Relay.toPostgres(database.host(), database.port());
                var store = behind(relay, database)) {
            relay.atCommit(commit -> commit != Relay.Commit.ASKED);
            assertThat(outcome(store)).startsWith("Unavailable 08006");
            assertThat(store.committed().position()).isZero();

            relay.atCommit(commit -> true);
            assertThat(outcome(store)).startsWith("Committed");
            assertThat(store.committed().position()).isEqualTo(1);
        }
    }

    @Test
    void aCommitWhoseReplyIsLostIsFoundOutByReading(TestDatabase database) {
        try (var relay = Relay.toPostgres(database.host(), database.port());
                var store = behind(relay, database)) {
            relay.atCommit(commit -> commit != Relay.Commit.DONE);
            assertThat(outcome(store)).startsWith("Unavailable 08006");

            relay.atCommit(commit -> true);
            assertThat(outcome(store)).startsWith("Fenced");
            assertThat(store.committed().position()).isEqualTo(1);
            assertThat(store.committed().ownerEpoch()).isEqualTo(store.currentClaim().ownerEpoch());
            assertThat(store.beliefs("ann")).hasSize(1);
        }
    }

    private static StoreUnderTest behind(Relay relay, TestDatabase database) {
        return StoreUnderTest.on(database, StoreUnderTest.LIMITS, s -> through(relay, s));
    }

    /** In a hurry, over the relay. */
    private static Settings.Postgres through(Relay relay, Settings.Postgres direct) {
        var s = FailingIT.inAHurry(direct);
        return new Settings.Postgres(
                s.uri().replaceFirst("//[^/]+/", "//127.0.0.1:" + relay.port() + "/"),
                s.user(),
                s.password(),
                s.poolSize(),
                s.connectTimeout(),
                s.statementTimeout(),
                s.lockTimeout(),
                s.idleInTransactionTimeout(),
                s.migrationTimeout(),
                s.onlineAboveRows());
    }
}
