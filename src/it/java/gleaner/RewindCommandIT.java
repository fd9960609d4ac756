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
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log read again from an earlier place, with workers and without. */
@RealServers
final class RewindCommandIT {
    private static final String WAITING_FOR_A_LOCK =
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname ="
                    + " current_database()";

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

    /** With edits, deletions, forgettings by event and by command, and another program's rows. */
    @Test
    void whatIsReadAgainLeavesTheSameMemory() throws Exception {
        log.produce(topic, Samples.records());
        say("ann", "I live in Lisbon.", "2025-02-03T18:02:00Z");
        say("ben", "I live in Porto.", "2025-02-03T18:02:00Z");
        forgetConversation("ben", "2025-02-04T00:00:00Z");
        say("cora", "I live in Faro.", "2025-02-03T18:02:00Z");
        readToTheEnd();
        writeAsAnotherProgram("ann");
        say("ann", "I live in Oslo.", "2025-04-01T18:02:00Z");
        say("ann", "Call me Annie.", "2025-02-01T18:02:00Z");
        command().change("forget", "cora", "--apply");
        readToTheEnd();
        var hash = hash();
        var ends = positions();
        assertThat(Db.rows(database, "SELECT DISTINCT user_id FROM gleaner.observation"))
                .contains("ann")
                .doesNotContain("ben", "cora");
        assertThat(Db.rows(database, "SELECT entity_name FROM gleaner.belief_history"))
                .contains("Rome");

        var moved = command().change("rewind", "--to", "beginning", "--apply");

        assertThat(moved).hasSize(2).allMatch(row -> row.getLong("to") == 0);
        assertThat(positions()).containsExactly("0", "0");
        assertThat(hash()).isEqualTo(hash);
        readToTheEnd();
        assertThat(positions()).isEqualTo(ends);
        assertThat(hash()).isEqualTo(hash);
        assertThat(audit()).contains("rewind | {\"to\": \"beginning\"}");
    }

    /** The worker is idle at the end of the log, so no write of its own tells it. */
    @Test
    void aRunningWorkerIsFencedAndGoesOnFromThere() throws Exception {
        log.produce(topic, Samples.records());
        var worker = Worker.start(settings).await(60, SECONDS);
        new Progress(log, topic, database).untilEnd();
        var hash = hash();
        var applied = worker.counts().applied();

        command().change("rewind", "--to", "beginning", "--apply");
        Eventually.until(
                () -> worker.counts().applied() == 2 * applied,
                () -> worker.counts() + " after a rewind of " + applied);
        assertThat(worker.counts().polled()).isEqualTo(2 * applied);
        worker.stop().await(40, SECONDS);

        assertThat(hash()).isEqualTo(hash);
    }

    @Test
    void withoutApplyNothingMoves() throws Exception {
        five(0, 1);
        readToTheEnd();

        var shown = command().change("rewind", "--to", "beginning");

        assertThat(shown).extracting(row -> row.getLong("from")).containsExactly(5L, 5L);
        assertThat(positions()).containsExactly("5", "5");
        assertThat(audit()).isEmpty();
    }

    @Test
    void itOnlyGoesBackAndOnlyWhereItIsMeant() throws Exception {
        five(0, 1);
        readToTheEnd();

        var ahead = command().call("rewind", "--to", "2999-01-01T00:00:00Z", "--apply");
        assertThat(ahead.code()).isEqualTo(Exit.OK);
        assertThat(ahead.err()).contains(topic + "-0 stays", topic + "-1 stays");
        assertThat(positions()).containsExactly("5", "5");
        assertThat(command().change("rewind", "--to", "3", "--partition", "1", "--apply"))
                .containsExactly(
                        new JsonObject()
                                .put("topic", topic)
                                .put("partition", 1)
                                .put("from", 5)
                                .put("to", 3));
        assertThat(positions()).containsExactly("5", "3");
        assertThat(command().change("rewind", "--to", "4", "--partition", "1", "--apply"))
                .isEmpty();
        assertThat(command().change("rewind", "--to", "1971-01-01T00:00:00Z", "--apply"))
                .hasSize(2);
        assertThat(positions()).containsExactly("0", "0");
    }

    /** Whoever looks at a position that was moved by hand suspects nobody. */
    @Test
    void nothingOfTheOldPositionIsHeldAgainstTheNewOne() throws Exception {
        five(0);
        readToTheEnd();
        Db.execute(
                database,
                "UPDATE gleaner.partition_progress SET crash_count = 3, probe_offset = 5,"
                        + " suspect_offset = 5, owner = 'gone', clean = false WHERE partition = 0");

        command().change("rewind", "--to", "2", "--partition", "0", "--apply");

        assertThat(
                        Db.rows(
                                database,
                                "SELECT next_offset, claimed_offset, crash_count, probe_offset,"
                                        + " suspect_offset, owner, clean"
                                        + " FROM gleaner.partition_progress WHERE partition = 0"))
                .containsExactly("2 | 2 | 0 | - | - | - | t");
    }

    @Test
    void whatIsParkedOrAboutToBeStopsItAll() throws Exception {
        five(0, 1);
        readToTheEnd();

        assertThat(refusedWhere("parked_reason = 'why'")).contains("-1 is parked, why");
        assertThat(refusedWhere("parked_reason = NULL, topic_id = 'old'"))
                .contains("-1 is of a topic that was made anew");
        assertThat(refusedWhere("topic_id = NULL, next_offset = 7"))
                .contains("-1 stands at 7, behind the end of the log, which is 5");
        assertThat(positions()).containsExactly("5", "7");
        assertThat(audit()).isEmpty();
    }

    /** The claim that parks it has looked at it before the command, and commits after it. */
    @Test
    void whatIsParkedInTheSameMomentStaysParked() throws Exception {
        five(0);
        readToTheEnd();
        try (var other = database.connect()) {
            other.setAutoCommit(false);
            Db.execute(
                    other,
                    "UPDATE gleaner.partition_progress SET parked_reason = 'why'"
                            + " WHERE partition = 0");
            var shown =
                    CompletableFuture.supplyAsync(
                            () -> command().call("rewind", "--to", "beginning", "--apply"));
            Eventually.until(
                    () -> Db.value(database, WAITING_FOR_A_LOCK).equals("1"), () -> "nobody waits");
            other.commit();
            assertThat(shown.get(60, SECONDS).code()).isEqualTo(Exit.OK);
        }
        assertThat(
                        Db.rows(
                                database,
                                "SELECT next_offset, parked_reason FROM gleaner.partition_progress"
                                        + " WHERE partition = 0"))
                .containsExactly("5 | why");
    }

    @Test
    void whatTheLogNoLongerHoldsIsSaid() throws Exception {
        five(0);
        readToTheEnd();
        log.admin()
                .deleteRecords(
                        Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(2)))
                .all()
                .get();

        var below = command().call("rewind", "--to", "1", "--partition", "0", "--apply");
        assertThat(below.code()).isEqualTo(Exit.USAGE);
        assertThat(below.err()).contains("holds 2 to 5; offset 1 is outside");
        var beginning = command().call("rewind", "--to", "beginning", "--apply");
        assertThat(beginning.code()).isEqualTo(Exit.OK);
        assertThat(beginning.err())
                .contains("-0: the log begins at 2; what stood before is not read again");
        assertThat(positions()).startsWith("2");
        readToTheEnd();
    }

    @Test
    void whatCannotBeMeantIsAWrongCall() {
        for (var wrong : List.of("", "--to end", "--to 0", "--to soon", "--to 0 --partition 7")) {
            var line = new ArrayList<>(List.of("rewind"));
            line.addAll(wrong.isEmpty() ? List.of() : List.of(wrong.split(" ")));
            var shown = command().call(line.toArray(String[]::new));
            assertThat(shown.code()).as(wrong).isEqualTo(Exit.USAGE);
            assertThat(shown.err()).as(wrong).isNotBlank();
        }
    }

    private String refusedWhere(String change) throws SQLException {
        Db.execute(
                database,
                "UPDATE gleaner.partition_progress SET " + change + " WHERE partition = 1");
        var shown = command().call("rewind", "--to", "beginning", "--apply");
        assertThat(shown.code()).isEqualTo(Exit.FAILED);
        assertThat(shown.err()).contains("Nothing was changed");
        return shown.err();
    }

    private Command command() {
        return Command.with(settings);
    }

    private void readToTheEnd() throws Exception {
        var worker = Worker.start(settings).await(60, SECONDS);
        new Progress(log, topic, database).untilEnd();
        worker.stop().await(40, SECONDS);
    }

    private List<String> positions() throws SQLException {
        return Db.rows(
                database, "SELECT next_offset FROM gleaner.partition_progress ORDER BY partition");
    }

    private List<String> audit() throws SQLException {
        return Db.rows(database, "SELECT command, arguments FROM gleaner.audit ORDER BY id");
    }

    private String hash() {
        return command().call("state-hash").out();
    }

    /** Later than what she said first, and earlier than what she says next. */
    private void writeAsAnotherProgram(String user) throws SQLException {
        Db.execute(
                database,
                """
                INSERT INTO fact_entities (entity_type, entity_name) VALUES ('place', 'Rome'), ('food', 'soup')
                ON CONFLICT DO NOTHING;
                INSERT INTO user_fact_relationships
                       (user_id, entity_id, relationship_type, confidence, updated_at, context_metadata)
                SELECT '%1$s', id, CASE entity_name WHEN 'Rome' THEN 'lives_in' ELSE 'likes' END, 0.8,
                       '2025-03-01 10:00', '{"extraction_method": "chat"}'
                  FROM fact_entities
                 WHERE (entity_type, entity_name) IN (('place', 'Rome'), ('food', 'soup'));
                UPDATE universal_users SET preferences = preferences ||
                    '{"preferred_name": {"value": "Anna", "confidence": 0.8, "updated_at": "2025-03-01T05:00:00Z"}}'
                 WHERE universal_id = '%1$s';
                """
                        .formatted(user));
    }

    private void five(int... partitions) {
        for (var partition : partitions) {
            for (var n = 0; n < 5; n++) {
                log.produce(topic, List.of(TestRecord.of("u" + n, "{}").on(partition)));
            }
        }
    }

    private void say(String user, String words, String when) {
        produce(user, when, new JsonObject().put("role", "user").put("content", words));
    }

    private void forgetConversation(String user, String when) {
        produce(user, when, new JsonObject().put("type", "conversation.forgotten"));
    }

    private void produce(String user, String when, JsonObject event) {
        event.put("user_id", user).put("conversation_id", "c-1").put("timestamp", when);
        log.produce(topic, List.of(TestRecord.of(user, event.encode())));
    }
}
