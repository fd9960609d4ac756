package gleaner;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cli.Exit;
import gleaner.config.Settings;
import gleaner.postgres.Db;
import gleaner.postgres.migration.Migrations;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import gleaner.servers.TestRecord;
import gleaner.servers.TestSettings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A memory made anew from the log, and held against the live one. */
@RealServers
final class RebuildCommandIT {
    private final Map<String, RecordMetadata> said = new HashMap<>();
    private TestLog log;
    private TestDatabase database;
    private String topic;
    private Settings settings;

    @BeforeEach
    void prepare(TestLog log, TestDatabase database) {
        this.log = log;
        this.database = database;
        topic = log.topic(2);
        settings = TestSettings.on(log, topic, database).settings();
        Migrations.run(settings.postgres());
    }

    /**
     * With edits, deletions, forgettings by event and by command, another program's rows, a rule
     * that an older script left behind, and a record that processes died of.
     */
    @Test
    void theLogMakesTheSameMemoryAgain() throws Exception {
        Db.execute(
                database,
                "ALTER TABLE fact_entities ADD CHECK (entity_type IN ('place', 'food', 'other',"
                        + " 'person'))");
        log.produce(topic, Samples.records());
        say("ann", "I live in Lisbon.", "2025-02-03T18:02:00Z");
        say("ben", "I live in Porto.", "2025-02-03T18:02:00Z");
        say("dora", "I live in Evora.", "2025-02-03T18:02:00Z");
        readToTheEnd();
        writeAsAnotherProgram();
        say("ann", "I live in Oslo.", "2025-04-01T18:02:00Z");
        say("ann", "Call me Annie.", "2025-02-01T18:02:00Z");
        command().change("forget", "ben", "--apply");
        say("dora", "I love hiking.", "2025-02-03T18:03:00Z");
        giveUpTheLastOf("dora");
        readToTheEnd();
        var hash = hash();
        var live = everything();

        var shown = verify();

        assertThat(shown.code()).as(shown.err()).isEqualTo(Exit.OK);
        assertThat(shown.err()).containsSubsequence(hash, hash);
        var parts = parts(shown);
        assertThat(parts)
                .extracting(part -> part.getString("part"))
                .containsExactly("beliefs", "history", "preferences");
        assertThat(parts)
                .allMatch(part -> part.getInteger("users_differing") == 0)
                .allMatch(part ->
                        part.getInteger("users_live") > 0
                                && part.getInteger("users_live")
                                        .equals(part.getInteger("users_rebuilt")));
        assertThat(everything()).as("the live database, whole").isEqualTo(live);
        assertThat(scratches()).isEmpty();
    }

    /** A worker goes on beside it, and what it learns is not held against the log. */
    @Test
    void whatTheLiveMemoryHasNotReadYetDoesNotCount() throws Exception {
        say("ann", "I live in Lisbon.", "2025-02-03T18:02:00Z");
        readToTheEnd();
        say("ann", "I live in Oslo.", "2025-04-01T18:02:00Z");

        assertThat(verify().code()).isEqualTo(Exit.OK);
    }

    @Test
    void whereTheyDifferUsersAreCountedAndNamedByDigest() throws Exception {
        say("ann", "I live in Lisbon.", "2025-02-03T18:02:00Z");
        say("ben", "I live in Porto.", "2025-02-03T18:02:00Z");
        say("cora", "I live in Faro.", "2025-02-03T18:02:00Z");
        readToTheEnd();
        Db.execute(
                database,
                "UPDATE user_fact_relationships SET confidence = 0.1 WHERE user_id = 'ann';"
                        + " DELETE FROM user_fact_relationships WHERE user_id = 'ben'");

        var shown = verify();

        assertThat(shown.code()).isEqualTo(Exit.FAILED);
        assertThat(shown.err()).contains("differ in 2 user(s)");
        var beliefs = parts(shown).getFirst();
        assertThat(beliefs.getInteger("users_live")).isEqualTo(2);
        assertThat(beliefs.getInteger("users_rebuilt")).isEqualTo(3);
        assertThat(beliefs.getInteger("users_differing")).isEqualTo(2);
        assertThat(beliefs.getString("first_digests").split(" "))
                .containsExactlyInAnyOrderElementsOf(
                        Db.rows(
                                database,
                                "SELECT encode(gleaner.user_hash(u), 'hex')"
                                        + " FROM unnest(ARRAY['ann', 'ben']) AS u"));
        assertThat(shown.out() + shown.err())
                .doesNotContain("\"ann\"", "\"ben\"", "Lisbon", "Porto");
        assertThat(scratches()).isEmpty();
    }

    @Test
    void whereTheLogHasLostItsBeginningItIsRefused() throws Exception {
        say("ann", "I live in Lisbon.", "2025-02-03T18:02:00Z");
        say("ann", "I love hiking.", "2025-02-03T18:02:00Z");
        readToTheEnd();
        log.admin()
                .deleteRecords(
                        Map.of(
                                new TopicPartition(topic, last("ann").partition()),
                                RecordsToDelete.beforeOffset(1)))
                .all()
                .get();

        var shown = verify();

        assertThat(shown.code()).isEqualTo(Exit.FAILED);
        assertThat(shown.err())
                .contains("the log begins at 1", "What can be compared is state-hash")
                .contains("rewind --to beginning");
        assertThat(scratches()).isEmpty();
    }

    @Test
    void anotherLogThanTheMemoryKnowsIsRefused() throws Exception {
        say("ann", "I live in Lisbon.", "2025-02-03T18:02:00Z");
        readToTheEnd();

        Db.execute(database, "UPDATE gleaner.partition_progress SET next_offset = 9");
        assertThat(verify().err()).contains("before the position 9");
        Db.execute(database, "UPDATE gleaner.partition_progress SET topic_id = 'old'");
        assertThat(verify().err()).contains("was made anew since");
        Db.execute(database, "UPDATE gleaner.partition_progress SET topic = 'other'");
        assertThat(verify().err()).contains("other-0: the log has no such partition");
    }

    @Test
    void whatAKilledOneLeftBehindGoesAndTwoAtATimeAreRefused() throws Exception {
        say("ann", "I live in Lisbon.", "2025-02-03T18:02:00Z");
        readToTheEnd();
        var oid =
                Db.value(
                        database, "SELECT oid FROM pg_database WHERE datname = current_database()");
        Db.execute(database, "CREATE DATABASE gleaner_rebuild_" + oid);

        try (var other = database.connect()) {
            Db.execute(other, "SELECT pg_advisory_lock(x'72656275696c64'::bigint)");
            var shown = verify();
            assertThat(shown.code()).isEqualTo(Exit.FAILED);
            assertThat(shown.err()).contains("another rebuild of this database is under way");
            assertThat(scratches()).hasSize(1);
        }

        assertThat(verify().code()).isEqualTo(Exit.OK);
        assertThat(scratches()).isEmpty();
    }

    @Test
    void aRoleThatMayNotMakeADatabaseIsTold() throws Exception {
        var role = database.name() + "_reader";
        Db.execute(
                database,
                "CREATE ROLE %1$s LOGIN PASSWORD 'secret'; GRANT pg_read_all_data TO %1$s"
                        .formatted(role));
        try {
            var shown =
                    command()
                            .set("GLEANER_POSTGRES_USER", role)
                            .set("GLEANER_POSTGRES_PASSWORD", "secret")
                            .call("rebuild", "--verify");
            assertThat(shown.code()).isEqualTo(Exit.FAILED);
            assertThat(shown.err()).contains("CREATEDB", role).doesNotContain("\tat ");
        } finally {
            Db.execute(database, "DROP ROLE " + role);
        }
    }

    @Test
    void withoutVerifyItIsAWrongCall() {
        assertThat(command().call("rebuild").code()).isEqualTo(Exit.USAGE);
    }

    private Shown verify() {
        return command().call("rebuild", "--verify", "--json");
    }

    private static List<JsonObject> parts(Shown shown) {
        return new JsonArray(shown.out()).stream().map(JsonObject.class::cast).toList();
    }

    private Command command() {
        return Command.with(settings);
    }

    private void readToTheEnd() throws Exception {
        var worker = Worker.start(settings).await(60, SECONDS);
        new Progress(log, topic, database).untilEnd();
        worker.stop().await(40, SECONDS);
    }

    private String hash() {
        return command().call("state-hash").out().strip();
    }

    private List<String> scratches() throws SQLException {
        return Db.rows(
                database,
                "SELECT datname FROM pg_database WHERE datname = 'gleaner_rebuild_' ||"
                        + " (SELECT oid FROM pg_database WHERE datname = current_database())");
    }

    /** Every row of every table. */
    private List<String> everything() throws SQLException {
        var all = new ArrayList<String>();
        for (var table :
                Db.rows(
                        database,
                        "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                                + " WHERE schemaname IN ('public', 'gleaner') ORDER BY 1")) {
            all.addAll(Db.rows(database, "SELECT t.*::text FROM " + table + " t ORDER BY 1"));
        }
        return all;
    }

    /** As if two processes had died of it: the workers pass it by. */
    private void giveUpTheLastOf(String user) throws SQLException {
        Db.execute(
                database,
                """
                INSERT INTO gleaner.dead_letter (topic, partition, "offset", error_class, reason, attempts)
                SELECT topic, partition, n.at, 'process_died', 'a test', 1
                  FROM gleaner.partition_progress, (SELECT %d AS at) AS n
                 WHERE partition = %d
                """
                        .formatted(last(user).offset(), last(user).partition()));
    }

    private RecordMetadata last(String user) {
        return Objects.requireNonNull(said.get(user));
    }

    /** Later than what she said first, and earlier than what she says next. */
    private void writeAsAnotherProgram() throws SQLException {
        Db.execute(
                database,
                """
                INSERT INTO fact_entities (entity_type, entity_name) VALUES ('place', 'Rome'), ('food', 'soup')
                ON CONFLICT DO NOTHING;
                INSERT INTO user_fact_relationships
                       (user_id, entity_id, relationship_type, confidence, updated_at, context_metadata)
                SELECT 'ann', id, CASE entity_name WHEN 'Rome' THEN 'lives_in' ELSE 'likes' END, 0.8,
                       '2025-03-01 10:00', '{"extraction_method": "chat"}'
                  FROM fact_entities
                 WHERE (entity_type, entity_name) IN (('place', 'Rome'), ('food', 'soup'));
                UPDATE universal_users SET preferences = preferences ||
                    '{"preferred_name": {"value": "Anna", "confidence": 0.8, "updated_at": "2025-03-01T05:00:00Z"}}'
                 WHERE universal_id = 'ann';
                INSERT INTO universal_users (universal_id, primary_username, preferences)
                VALUES ('nobody here', 'x', '{"unknown to us": 7}');
                """);
    }

    private void say(String user, String words, String when) {
        var event =
                new JsonObject()
                        .put("role", "user")
                        .put("content", words)
                        .put("user_id", user)
                        .put("conversation_id", "c-1")
                        .put("timestamp", when);
        said.put(user, log.produce(topic, List.of(TestRecord.of(user, event.encode()))).getFirst());
    }
}
