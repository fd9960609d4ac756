package gleaner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cli.Exit;
import gleaner.config.PayloadKeys;
import gleaner.config.Secret;
import gleaner.config.Settings;
import gleaner.postgres.Db;
import gleaner.postgres.migration.Migrations;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import gleaner.servers.TestRecord;
import gleaner.servers.TestSettings;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that could not be applied: looked at, applied after all, forgotten. */
@RealServers
final class DeadLettersCommandIT {
    /** Longer than the disturbed worker takes; and Mark is a name only as the answer. */
    private static final String REPLY = "Mark is fine, thank you very much for asking";

    private static final String KEY =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(UTF_8));

    private static final String REFUSING =
            "ALTER TABLE gleaner.observation ADD CONSTRAINT not_mark CHECK (value <> 'Mark')";
    private static final String REFUSING_NO_MORE =
            "ALTER TABLE gleaner.observation DROP CONSTRAINT not_mark";

    @TempDir private Path folder;
    private TestLog log;
    private TestDatabase database;
    private String topic;
    private TestSettings settings;

    @BeforeEach
    void prepare(TestLog log, TestDatabase database) {
        this.log = log;
        this.database = database;
        topic = log.topic(1);
        settings = TestSettings.on(log, topic, database);
        Migrations.run(settings.settings().postgres());
        say("user", "I live in Lisbon");
        say("assistant", "What should I call you?");
        say("user", REPLY);
        say("user", "I love hiking");
    }

    @Test
    void letterAreListedWithoutAWordOfTheirRecords() throws Exception {
        readDisturbed(settings);

        var listed = command().list("dead-letters", "list");

        assertThat(listed).hasSize(1);
        assertThat(listed.getFirst().getString("position")).isEqualTo(position());
        assertThat(listed.getFirst().getString("error_class")).isEqualTo("text_too_long");
        assertThat(listed.getFirst().getInteger("attempts")).isEqualTo(1);
        assertThat(listed.getFirst().getValue("payload_key")).isNull();
        for (var arguments : List.of(List.of("list"), List.of("show", position()))) {
            var line = new java.util.ArrayList<>(List.of("dead-letters"));
            line.addAll(arguments);
            var shown = command().call(line.toArray(String[]::new));
            assertThat(shown.out())
                    .contains(position())
                    .doesNotContain("Mark")
                    .doesNotContain("ann");
        }
        assertThat(command().list("dead-letters", "list", "--error", "not_json")).isEmpty();
        assertThat(command().list("dead-letters", "list", "--partition", "0")).hasSize(1);
        assertThat(audit()).isEmpty();
    }

    @Test
    void theRecordIsShownToWhoAsksAndTheAuditTellsWho() throws Exception {
        readDisturbed(settings);

        var shown = command().list("dead-letters", "show", position(), "--payload").getFirst();

        assertThat(shown.getString("read_from")).isEqualTo("log");
        assertThat(shown.getString("key")).isEqualTo("ann");
        assertThat(shown.getString("value")).contains(REPLY);
        assertThat(audit())
                .containsExactly(
                        "dead-letters show --payload | {\"position\": \"" + position() + "\"}");
    }

    @Test
    void withoutApplyALetterStaysAndItIsShownWhatWouldBeDone() throws Exception {
        readDisturbed(settings);
        var before = hash(database);

        var change = command().change("dead-letters", "redrive", "--all").getFirst();

        assertThat(change.getString("outcome")).isEqualTo("applied");
        assertThat(change.getInteger("preferences")).isEqualTo(1);
        assertThat(hash(database)).isEqualTo(before);
        assertThat(command().list("dead-letters", "list")).hasSize(1);
        assertThat(audit()).isEmpty();
    }

    @Test
    void appliedAfterAllItIsWorthTheSameAsInTime(TestDatabase unused, TestDatabase undisturbed)
            throws Exception {
        readDisturbed(settings);
        assertThat(preferences()).doesNotContainKey("preferred_name");

        var change = command().change("dead-letters", "redrive", position(), "--apply").getFirst();

        assertThat(change.getString("read_from")).isEqualTo("log");
        assertThat(change.getString("outcome")).isEqualTo("applied");
        assertThat(preferences()).containsEntry("preferred_name", "Mark");
        assertThat(hash(database)).isEqualTo(hashUndisturbed(undisturbed));
        assertThat(command().list("dead-letters", "list")).isEmpty();
        assertThat(audit())
                .containsExactly("dead-letters redrive | {\"position\": \"" + position() + "\"}");
        assertThat(command().call("dead-letters", "redrive", position()).code())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void whatTheLogLostIsAppliedAsItWasKept(TestDatabase unused, TestDatabase undisturbed)
            throws Exception {
        var expected = hashUndisturbed(undisturbed);
        readRefused(keeping(1 << 10));
        deleteFromLog(3);

        var change = withKeys().change("dead-letters", "redrive", "--all", "--apply").getFirst();

        assertThat(change.getString("read_from")).isEqualTo("payload");
        assertThat(change.getString("outcome")).isEqualTo("applied");
        assertThat(hash(database)).isEqualTo(expected);
    }

    /** Half of the context is not the context. */
    @Test
    void whereTheLogLostTheContextTheKeptOneCounts(TestDatabase unused, TestDatabase undisturbed)
            throws Exception {
        var expected = hashUndisturbed(undisturbed);
        readRefused(keeping(1 << 10));
        deleteFromLog(2);

        var change = withKeys().change("dead-letters", "redrive", "--all", "--apply").getFirst();

        assertThat(change.getString("read_from")).isEqualTo("payload");
        assertThat(hash(database)).isEqualTo(expected);
    }

    @Test
    void whatNothingHoldsIsLostAndStaysALetter() throws Exception {
        readDisturbed(settings);
        deleteFromLog(3);

        var shown = command().call("dead-letters", "redrive", "--all", "--apply");

        assertThat(shown.code()).isEqualTo(Exit.FAILED);
        assertThat(shown.out()).contains("lost");
        assertThat(command().list("dead-letters", "list")).hasSize(1);
    }

    @Test
    void underARecreatedTopicTheOffsetIsAnotherRecord() throws Exception {
        readDisturbed(settings);
        Db.execute(database, "UPDATE gleaner.dead_letter SET topic_id = 'another'");

        assertThat(command().call("dead-letters", "redrive", "--all").out()).contains("lost");
    }

    /** It would be passed by unread, though nobody ever died of it. */
    @Test
    void whatProcessesDiedOfIsNotHeldAgainstARecreatedTopic() throws Exception {
        Db.execute(
                database,
                """
                INSERT INTO gleaner.dead_letter
                       (topic, partition, "offset", error_class, reason, attempts, topic_id)
                VALUES ('%1$s', 0, 0, 'process_died', 'why', 1, 'another'),
                       ('%1$s', 0, 2, 'process_died', 'why', 1, 'another')
                """
                        .formatted(topic));

        readDisturbed(settings);

        assertThat(KnownUser.all(database).getOrDefault("ann", KnownUser.NOBODY).facts())
                .contains("lives_in Lisbon");
        assertThat(
                        Db.rows(
                                database,
                                "SELECT \"offset\", error_class, topic_id = 'another' FROM"
                                        + " gleaner.dead_letter ORDER BY 1"))
                .containsExactly("0 | process_died | t", "2 | text_too_long | f");
    }

    @Test
    void aKeptRecordIsEncryptedAndOpensOnlyWithItsKey() throws Exception {
        readDisturbed(keeping(1 << 10));
        deleteFromLog(3);

        assertThat(Db.rows(database, "SELECT encode(payload, 'escape') FROM gleaner.dead_letter"))
                .hasSize(1)
                .allSatisfy(payload -> assertThat(payload).doesNotContain("Mark"));
        var shown = withKeys().list("dead-letters", "show", position(), "--payload").getFirst();
        assertThat(shown.getString("read_from")).isEqualTo("payload");
        assertThat(shown.getString("value")).contains(REPLY);
        assertThat(command().call("dead-letters", "show", position(), "--payload").code())
                .isEqualTo(Exit.FAILED);
    }

    @Test
    void whatIsTooLargeIsNotKept() throws Exception {
        readDisturbed(keeping(10));

        assertThat(Db.rows(database, "SELECT payload, key_id, user_hash FROM gleaner.dead_letter"))
                .containsExactly("- | - | -");
    }

    @Test
    void aUserWhoTakesAnythingBackTakesTheKeptRecordsAlong() throws Exception {
        readDisturbed(keeping(1 << 10));
        var kept = "SELECT payload IS NOT NULL, user_hash IS NOT NULL FROM gleaner.dead_letter";
        assertThat(Db.rows(database, kept)).containsExactly("t | t");

        var receipt = withKeys().change("forget", "ann", "--conversation", "c9", "--apply");

        assertThat(receipt)
                .filteredOn(row -> row.getString("table").equals("dead_letter"))
                .extracting(row -> row.getLong("rows"))
                .containsExactly(1L);
        assertThat(Db.rows(database, kept)).containsExactly("f | f");
    }

    @Test
    void theRecordsOfAForgottenUserAreNotKeptWhenTheyArriveLate() throws Exception {
        command().change("forget", "ann", "--apply");

        readDisturbed(keeping(1 << 10));

        assertThat(Db.rows(database, "SELECT payload FROM gleaner.dead_letter"))
                .containsExactly("-");
    }

    @Test
    void whatIsStillBrokenStaysWithItsNewReason() throws Exception {
        readDisturbed(settings);

        var shown =
                command()
                        .set("GLEANER_LIMITS_RECORD_BYTES", "1 KiB")
                        .set("GLEANER_LIMITS_TEXT_BYTES", "1 KiB")
                        .call("dead-letters", "redrive", brokenPosition(), "--apply");

        assertThat(shown.code()).isEqualTo(Exit.FAILED);
        assertThat(shown.out()).contains("still dead", "record_too_large");
        assertThat(
                        Db.rows(
                                database,
                                "SELECT error_class, attempts FROM gleaner.dead_letter WHERE"
                                        + " \"offset\" = 4"))
                .containsExactly("record_too_large | 2");
    }

    @Test
    void whatTheDatabaseRefusesAgainStaysWithItsSqlState() throws Exception {
        Db.execute(database, REFUSING);
        read(settings.settings());
        assertThat(command().list("dead-letters", "list").getFirst().getString("sqlstate"))
                .isEqualTo("23514");
        var before = hash(database);

        var shown = command().call("dead-letters", "redrive", "--all", "--apply");
        assertThat(shown.code()).isEqualTo(Exit.FAILED);
        assertThat(shown.out())
                .as(shown.err())
                .contains("still dead", "23514")
                .doesNotContain("Mark");
        assertThat(Db.rows(database, "SELECT attempts FROM gleaner.dead_letter"))
                .containsExactly("2");
        assertThat(hash(database)).isEqualTo(before);

        Db.execute(database, REFUSING_NO_MORE);
        command().change("dead-letters", "redrive", "--all", "--apply");
        assertThat(preferences()).containsEntry("preferred_name", "Mark");
    }

    @Test
    void whatProcessesDiedOfIsTriedOnlyByName() throws Exception {
        readDisturbed(settings);
        Db.execute(database, "UPDATE gleaner.dead_letter SET error_class = 'process_died'");

        assertThat(command().change("dead-letters", "redrive", "--all", "--apply")).isEmpty();
        assertThat(command().change("dead-letters", "redrive", position(), "--apply")).hasSize(1);
        assertThat(preferences()).containsEntry("preferred_name", "Mark");
    }

    @Test
    void oldLettersArePurgedButForThoseThatWarn() throws Exception {
        Db.execute(
                database,
                """
                INSERT INTO gleaner.dead_letter
                       (topic, partition, "offset", error_class, reason, attempts, created_at, payload, key_id)
                VALUES ('t', 0, 1, 'data', 'why', 1, now() - interval '31 days', 'x', 'k'),
                       ('t', 0, 2, 'data', 'why', 1, now() - interval '29 days', 'x', 'k'),
                       ('t', 0, 3, 'process_died', 'why', 1, now() - interval '31 days', 'x', 'k')
                """);
        var left = "SELECT \"offset\", payload IS NOT NULL FROM gleaner.dead_letter ORDER BY 1";

        assertThat(command().change("dead-letters", "purge").getFirst().getInteger("letters"))
                .isEqualTo(1);
        assertThat(Db.rows(database, left)).containsExactly("1 | t", "2 | t", "3 | t");
        command().change("dead-letters", "purge", "--apply");
        assertThat(Db.rows(database, left)).containsExactly("2 | t", "3 | f");
        command().change("dead-letters", "purge", "--older-than", "28d", "--apply");
        assertThat(Db.rows(database, left)).containsExactly("3 | f");
        assertThat(audit())
                .containsExactly(
                        "dead-letters purge | {\"older_than\": \"PT720H\"}",
                        "dead-letters purge | {\"older_than\": \"PT672H\"}");
    }

    @Test
    void whatCannotBeMeantIsAWrongCall() {
        for (var wrong :
                List.of(
                        "dead-letters",
                        "dead-letters redrive",
                        "dead-letters redrive --all t/0/1",
                        "dead-letters redrive t-0-1",
                        "dead-letters show",
                        "dead-letters show t/0/1",
                        "dead-letters list --limit 0",
                        "dead-letters purge --older-than soon")) {
            var shown = command().call(wrong.split(" "));
            assertThat(shown.code()).as(wrong).isEqualTo(Exit.USAGE);
            assertThat(shown.err()).as(wrong).isNotBlank();
        }
    }

    private String position() {
        return topic + "/0/2";
    }

    private String brokenPosition() throws Exception {
        say("user", "x".repeat(2_000));
        readDisturbed(settings);
        return topic + "/0/4";
    }

    private Command command() {
        return Command.with(settings.settings());
    }

    private Command withKeys() throws java.io.IOException {
        var file = Files.writeString(folder.resolve("keys"), "first " + KEY);
        return command().set("GLEANER_DEAD_LETTERS_KEYS_FILE", file.toString());
    }

    private TestSettings keeping(int bytes) {
        return settings.deadLetters(
                new Settings.DeadLetters(
                        new PayloadKeys(List.of(new PayloadKeys.Key("first", new Secret(KEY)))),
                        bytes,
                        Duration.ofDays(30)));
    }

    /** By a worker that refuses the reply for its length. */
    private void readDisturbed(TestSettings some) throws Exception {
        read(some.limits(DeadLettersCommandIT::shortTexts).settings());
    }

    /** By a worker whose database refuses what the reply teaches. */
    private void readRefused(TestSettings some) throws Exception {
        Db.execute(database, REFUSING);
        read(some.settings());
        Db.execute(database, REFUSING_NO_MORE);
    }

    private static Settings.Limits shortTexts(Settings.Limits l) {
        return new Settings.Limits(
                l.recordBytes(),
                30,
                l.jsonDepth(),
                l.factsPerMessage(),
                l.statementsPerSlot(),
                l.quoteCharacters(),
                l.preferenceDocumentBytes(),
                l.contextTurns(),
                l.contextAge());
    }

    private String hashUndisturbed(TestDatabase undisturbed) throws Exception {
        var whole = TestSettings.on(log, topic, undisturbed);
        Migrations.run(whole.settings().postgres());
        var worker = Worker.start(whole.settings()).await(60, SECONDS);
        new Progress(log, topic, undisturbed).untilEnd();
        worker.stop().await(40, SECONDS);
        return hash(undisturbed);
    }

    private void read(Settings some) throws Exception {
        var worker = Worker.start(some).await(60, SECONDS);
        new Progress(log, topic, database).untilEnd();
        worker.stop().await(40, SECONDS);
    }

    private String hash(TestDatabase some) {
        var shown = Command.with(TestSettings.on(log, topic, some).settings()).call("state-hash");
        assertThat(shown.code()).isEqualTo(Exit.OK);
        return shown.out();
    }

    private void deleteFromLog(long before) throws Exception {
        log.admin()
                .deleteRecords(
                        Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(before)))
                .all()
                .get();
    }

    private Map<String, String> preferences() throws Exception {
        return KnownUser.all(database).getOrDefault("ann", KnownUser.NOBODY).preferences();
    }

    private List<String> audit() throws SQLException {
        return Db.rows(database, "SELECT command, arguments FROM gleaner.audit ORDER BY id");
    }

    private void say(String role, String words) {
        var event =
                new JsonObject()
                        .put("user_id", "ann")
                        .put("conversation_id", "c1")
                        .put("role", role)
                        .put("content", words)
                        .put("timestamp", "2025-02-03T18:02:00Z");
        log.produce(topic, List.of(TestRecord.of("ann", event.encode())));
    }
}
