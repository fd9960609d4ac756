package gleaner.postgres;

import static gleaner.postgres.StoreUnderTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.Eventually;
import gleaner.postgres.statement.InsertEntities;
import gleaner.postgres.statement.InsertUsers;
import gleaner.postgres.statement.LockUsers;
import gleaner.postgres.statement.Sighting;
import gleaner.postgres.statement.StoredEntity;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What several batches may want at once is asked for in one order, whatever order it comes in: who
 * waits for the first holds nothing that comes after it, so nobody can wait for them in turn.
 */
@RealServers
class LockOrderIT {
    private static final String WAITING =
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname ="
                    + " current_database()";

    private static final List<String> LAST_FIRST = List.of("g", "f", "e", "d", "c", "b", "a");

    @Test
    void newEntities(TestDatabase database) throws Exception {
        var add =
                "INSERT INTO fact_entities (entity_type, entity_name) VALUES ('other', '%s')"
                        + " ON CONFLICT DO NOTHING";
        inOrder(
                database,
                add,
                connection -> InsertEntities.run(connection, all(LockOrderIT::entity)));
    }

    @Test
    void newUsers(TestDatabase database) throws Exception {
        var add =
                "INSERT INTO universal_users (universal_id, primary_username) VALUES ('%s', 'u')"
                        + " ON CONFLICT DO NOTHING";
        inOrder(database, add, connection -> InsertUsers.run(connection, all(LockOrderIT::user)));
    }

    @Test
    void knownUsers(TestDatabase database) throws Exception {
        var lock = "SELECT FROM universal_users WHERE universal_id = '%s' FOR UPDATE";
        try (var store = StoreUnderTest.on(database)) {
            for (var name : LAST_FIRST) {
                await(InsertUsers.run(store.pool, List.of(user(name))));
            }
        }
        inOrder(database, lock, connection -> LockUsers.run(connection, LAST_FIRST));
    }

    /** Somebody holds the first; the statement waits for it; are the others free? */
    private static void inOrder(
            TestDatabase database, String take, Function<SqlConnection, Future<Void>> statement)
            throws Exception {
        try (var store = StoreUnderTest.on(database);
                var other = database.connect()) {
            other.setAutoCommit(false);
            Db.execute(other, take.formatted(LAST_FIRST.getLast()));
            var asked =
                    store.pool.withTransaction(
                            connection -> statement.apply(connection).map(done -> true));
            Eventually.until(
                    () -> Db.value(database, WAITING).equals("1"), () -> "it does not wait");

            Db.execute(other, "SET LOCAL lock_timeout = '500ms'");
            for (var name : LAST_FIRST) {
                Db.execute(other, take.formatted(name));
            }
            other.commit();

            var succeeded = asked.transform(result -> Future.succeededFuture(result.succeeded()));
            assertThat(await(succeeded)).isTrue();
        }
    }

    private static <T> List<T> all(Function<String, T> kind) {
        return LAST_FIRST.stream().map(kind).toList();
    }

    private static StoredEntity entity(String name) {
        return new StoredEntity("other", name, name, null);
    }

    private static Sighting user(String id) {
        return Sighting.at(id, Instant.parse("2025-01-01T00:00:00Z"));
    }
}
