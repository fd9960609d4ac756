package gleaner.postgres;

import static gleaner.postgres.Utterance.by;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cycle.Effect;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Tidying while a worker and a program that writes row at a time go on. */
@RealServers
class TidyingBesideWorkersIT {
    private static final int USERS = 300;
    private static final int ROUNDS = 12;
    private static final String NO_SUCH_ENTITY = "23503";
    private static final String DEADLOCKS =
            "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";

    @Test
    void nobodyFailsAndNothingIsLost(TestDatabase database) throws Exception {
        try (var store = StoreUnderTest.on(database)) {
            store.sql(
                    """
                    INSERT INTO universal_users (universal_id, primary_username)
                    SELECT 'u' || n, 'u' FROM generate_series(1, %d) n;
                    INSERT INTO fact_entities (entity_type, entity_name)
                    SELECT 'food', spelling FROM unnest(ARRAY['Pizza', 'pizza ', 'pizzas', 'PIZZAS']) AS spelling;
                    INSERT INTO user_fact_relationships (user_id, entity_id, relationship_type, updated_at)
                    SELECT 'u' || n, id, 'likes', '2024-01-01' FROM generate_series(1, %d) n, fact_entities
                    """
                            .formatted(USERS, USERS));
            var goesOn = new AtomicBoolean(true);
            var other = CompletableFuture.supplyAsync(() -> otherProgram(database, goesOn));
            var tidying =
                    CompletableFuture.runAsync(() -> {
                        while (goesOn.get()) {
                            TidyRun.on(database);
                        }
                    });
            for (int hour = 1; hour <= ROUNDS; hour++) {
                for (int user = 1; user <= USERS; user += 50) {
                    store.writeBesideOthers(learned(store, user, hour));
                }
            }
            goesOn.set(false);
            tidying.get(60, SECONDS);
            assertThat(other.get(60, SECONDS)).isPositive();
            TidyRun.on(database);

            assertThat(store.rows(DEADLOCKS)).containsExactly("0");
            assertThat(store.rows("SELECT count(*) FROM fact_entities")).containsExactly("1");
            assertThat(
                            store.rows(
                                    "SELECT count(*), count(DISTINCT user_id) FROM"
                                            + " user_fact_relationships WHERE relationship_type ="
                                            + " 'likes'"))
                    .containsExactly(USERS + " | " + USERS);
            assertThat(
                            store.rows(
                                    "SELECT count(*) FROM gleaner.observation WHERE extractor ="
                                            + " 'test@1' AND slot = 'attitude:pizza'"))
                    .containsExactly(String.valueOf(USERS * ROUNDS));
        }
    }

    private static Effect[] learned(StoreUnderTest store, int from, int hour) {
        var effects = new Effect[50];
        for (int i = 0; i < effects.length; i++) {
            var said = by("u" + (from + i), hour);
            effects[i] = store.learned(said.likes(hour % 2 == 0 ? "pizzas" : "pizza"));
        }
        return effects;
    }

    /** Looks an entity up and refers to it, as its author would have; gives how often. */
    private static int otherProgram(TestDatabase database, AtomicBoolean goesOn) {
        int done = 0;
        try (var connection = database.connect()) {
            while (goesOn.get()) {
                done += refer(connection, "u" + (1 + done % USERS));
            }
            return done;
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** An entity that went between the look-up and the reference is looked up again. */
    private static int refer(Connection connection, String user) throws SQLException {
        try {
            Db.execute(
                    connection,
                    """
                    INSERT INTO user_fact_relationships (user_id, entity_id, relationship_type, updated_at)
                    SELECT '%s', id, 'likes', '2024-02-02' FROM fact_entities WHERE entity_name ILIKE 'pizza%%'
                     ORDER BY id LIMIT 1
                    ON CONFLICT (user_id, entity_id, relationship_type) DO UPDATE SET confidence = 0.6
                    """
                            .formatted(user));
            return 1;
        } catch (SQLException failed) {
            if (NO_SUCH_ENTITY.equals(failed.getSQLState())) {
                return 0;
            }
            throw failed;
        }
    }
}
