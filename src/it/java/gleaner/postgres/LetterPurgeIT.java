package gleaner.postgres;

import static gleaner.postgres.StoreUnderTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@RealServers
class LetterPurgeIT {

    @Test
    void whatIsOldGoesInPiecesAndOnlyThat(TestDatabase database) {
        try (var store = StoreUnderTest.on(database)) {
            store.sql(
                    """
                    INSERT INTO gleaner.dead_letter
                           (topic, partition, "offset", error_class, reason, attempts, created_at)
                    SELECT 't', 0, n, CASE n WHEN 7 THEN 'process_died' ELSE 'data' END, 'why', 1,
                           now() - n * interval '1 minute'
                      FROM generate_series(1, 1300) AS n
                    """);
            var purge =
                    new LetterPurge(store.vertx, store.pool, Duration.ofMinutes(5).plusSeconds(30));

            assertThat(await(purge.purge())).isEqualTo(1_294);

            assertThat(store.rows("SELECT \"offset\" FROM gleaner.dead_letter ORDER BY 1"))
                    .containsExactly("1", "2", "3", "4", "5", "7");
        }
    }

    @Test
    void whatAnotherIsDeletingIsPassedOver(TestDatabase database) throws SQLException {
        try (var store = StoreUnderTest.on(database);
                var other = database.connect()) {
            store.sql(
                    """
                    INSERT INTO gleaner.dead_letter
                           (topic, partition, "offset", error_class, reason, attempts, created_at)
                    SELECT 't', 0, n, 'data', 'why', 1, now() - interval '1 day' FROM generate_series(1, 3) AS n
                    """);
            other.setAutoCommit(false);
            Db.execute(other, "SELECT FROM gleaner.dead_letter WHERE \"offset\" = 1 FOR UPDATE");

            var purge = new LetterPurge(store.vertx, store.pool, Duration.ofHours(1));

            assertThat(await(purge.purge())).isEqualTo(2);
        }
    }
}
