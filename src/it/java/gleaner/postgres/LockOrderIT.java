package gleaner.postgres;

import static gleaner.postgres.StoreUnderTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.Eventually;
import gleaner.cycle.Claim;
import gleaner.cycle.MemoryStore.ClaimRequest;
import gleaner.cycle.PartitionAdvance;
import gleaner.cycle.Suspicion;
import gleaner.event.Partition;
import gleaner.memory.Relation;
import gleaner.postgres.migration.Migrations;
import gleaner.postgres.statement.AdvancePositions;
import gleaner.postgres.statement.ClaimPartitions;
import gleaner.postgres.statement.DropOrphanedNames;
import gleaner.postgres.statement.FactWrite;
import gleaner.postgres.statement.InsertEntities;
import gleaner.postgres.statement.InsertFacts;
import gleaner.postgres.statement.InsertFacts.NewFact;
import gleaner.postgres.statement.InsertUsers;
import gleaner.postgres.statement.LockTombstones;
import gleaner.postgres.statement.LockUsers;
import gleaner.postgres.statement.ReleasePartitions;
import gleaner.postgres.statement.Sighting;
import gleaner.postgres.statement.StoredEntity;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

    private static final String ADD_POSITION =
            "INSERT INTO gleaner.partition_progress (topic, partition, next_offset, claimed_offset)"
                    + " VALUES ('%s', 0, 0, 0) ON CONFLICT DO NOTHING";

    private static final String ADD_USER =
            "INSERT INTO universal_users (universal_id, primary_username) VALUES ('%s', 'u')"
                    + " ON CONFLICT DO NOTHING";

    /** The ids are in the order of the names. */
    private static final String ADD_NAME =
            "INSERT INTO fact_entities (id, entity_type, entity_name) VALUES"
                    + " ('00000000-0000-0000-0000-00000000000%1$s', 'person', '%1$s')";

    private static final UUID FIRST_NAME = new UUID(0, 0xa);

    private static final String POSITION =
            "SELECT FROM gleaner.partition_progress WHERE topic = '%s' FOR UPDATE";

    /** A merge join would sort what nobody asked to be sorted. */
    private static final String NO_ORDER_BY_CHANCE = "SET LOCAL enable_mergejoin = off";

    private static final Instant TIME = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<String> LAST_FIRST = List.of("f", "e", "d", "c", "b", "a");

    @Test
    void newPositions(TestDatabase database) throws Exception {
        inOrder(database, ADD_POSITION, LockOrderIT::claim);
    }

    @Test
    void positionsThatAreClaimed(TestDatabase database) throws Exception {
        given(database, ADD_POSITION);
        inOrder(database, POSITION, LockOrderIT::claim);
    }

    @Test
    void positionsThatAreMoved(TestDatabase database) throws Exception {
        given(database, ADD_POSITION);
        inOrder(
                database,
                POSITION,
                connection ->
                        AdvancePositions.run(
                                        connection,
                                        all(name -> new PartitionAdvance(partition(name), 0, 0, 1)))
                                .mapEmpty());
    }

    @Test
    void positionsThatAreGivenBack(TestDatabase database) throws Exception {
        given(database, ADD_POSITION);
        inOrder(
                database,
                POSITION,
                connection ->
                        ReleasePartitions.run(
                                connection,
                                all(name ->
                                        new Claim(partition(name), 0, 0, Suspicion.NONE, null))));
    }

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
        inOrder(
                database,
                ADD_USER,
                connection -> InsertUsers.run(connection, all(LockOrderIT::user)));
    }

    @Test
    void knownUsers(TestDatabase database) throws Exception {
        var lock = "SELECT FROM universal_users WHERE universal_id = '%s' FOR UPDATE";
        given(database, ADD_USER);
        inOrder(database, lock, connection -> LockUsers.run(connection, LAST_FIRST));
    }

    /** By their digests: nothing else is left of the users. */
    @Test
    void forgottenUsers(TestDatabase database) throws Exception {
        Migrations.run(database.settings());
        Db.execute(
                database,
                "INSERT INTO gleaner.forgotten_user SELECT gleaner.user_hash(chr(n)), now() FROM"
                        + " generate_series(ascii('a'), ascii('f')) AS n");
        var lastFirst =
                Db.rows(
                        database,
                        "SELECT chr(n) FROM generate_series(ascii('a'), ascii('f')) AS n"
                                + " ORDER BY gleaner.user_hash(chr(n)) DESC");
        inOrder(
                database,
                "SELECT FROM gleaner.forgotten_user WHERE user_hash = gleaner.user_hash('%s')"
                        + " FOR UPDATE",
                lastFirst,
                connection -> LockTombstones.run(connection, lastFirst));
    }

    @Test
    void namesThatNobodyRefersToAnyMore(TestDatabase database) throws Exception {
        given(database, ADD_NAME);
        inOrder(
                database,
                "SELECT FROM fact_entities WHERE entity_name = '%s' FOR UPDATE",
                connection -> DropOrphanedNames.run(connection, LAST_FIRST).mapEmpty());
    }

    /** Other programs add such rows too, and hold no lock of the users. */
    @Test
    void newBeliefs(TestDatabase database) throws Exception {
        given(database, ADD_NAME);
        given(database, ADD_USER);
        inOrder(
                database,
                "INSERT INTO user_fact_relationships (user_id, entity_id, relationship_type)"
                        + " SELECT '%s', id, 'likes' FROM fact_entities WHERE entity_name = 'a'"
                        + " ON CONFLICT DO NOTHING",
                connection ->
                        InsertFacts.run(
                                        connection,
                                        all(user -> new NewFact(likes(user), FIRST_NAME)))
                                .mapEmpty());
    }

    private static void given(TestDatabase database, String add) throws Exception {
        Migrations.run(database.settings());
        for (var name : LAST_FIRST) {
            Db.execute(database, add.formatted(name));
        }
    }

    private static void inOrder(
            TestDatabase database, String take, Function<SqlConnection, Future<Void>> statement)
            throws Exception {
        inOrder(database, take, LAST_FIRST, statement);
    }

    /** Somebody holds the first; the statement waits for it; are the others free? */
    private static void inOrder(
            TestDatabase database,
            String take,
            List<String> lastFirst,
            Function<SqlConnection, Future<Void>> statement)
            throws Exception {
        try (var store = StoreUnderTest.on(database);
                var other = database.connect()) {
            other.setAutoCommit(false);
            Db.execute(other, take.formatted(lastFirst.getLast()));
            var asked =
                    store.pool.withTransaction(connection ->
                            connection
                                    .query(NO_ORDER_BY_CHANCE)
                                    .execute()
                                    .compose(set -> statement.apply(connection))
                                    .map(done -> true));
            Eventually.until(
                    () -> Db.value(database, WAITING).equals("1"), () -> "it does not wait");

            Db.execute(other, "SET LOCAL lock_timeout = '500ms'");
            for (var name : lastFirst) {
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

    private static Future<Void> claim(SqlConnection connection) {
        return ClaimPartitions.run(
                        connection,
                        all(topic -> new ClaimRequest(partition(topic), "id", 0, 1, 0)),
                        "test")
                .mapEmpty();
    }

    private static Partition partition(String topic) {
        return new Partition(topic, 0);
    }

    private static FactWrite likes(String user) {
        return new FactWrite(
                user, Relation.LIKES, 0.9, 0.7, "happy", "{}", null, null, null, TIME, TIME);
    }

    private static StoredEntity entity(String name) {
        return new StoredEntity("other", name, name, null);
    }

    private static Sighting user(String id) {
        return Sighting.at(id, TIME);
    }
}
