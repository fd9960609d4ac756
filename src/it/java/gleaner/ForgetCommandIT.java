package gleaner;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cli.Exit;
import gleaner.config.Settings;
import gleaner.postgres.Db;
import gleaner.postgres.migration.Migrations;
import gleaner.postgres.operation.Digest;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import gleaner.servers.TestRecord;
import gleaner.servers.TestSettings;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users and conversations that are forgotten by command, beside a worker and before one. */
@RealServers
final class ForgetCommandIT {
    private static final List<String> OF_USERS =
            List.of(
                    "belief_history",
                    "dead_letter",
                    "fact_entities",
                    "observation",
                    "preferences",
                    "universal_users",
                    "user_fact_relationships");

    private TestLog log;
    private TestDatabase database;
    private String topic;
    private Settings settings;

    @BeforeEach
    void prepare(TestLog log, TestDatabase database) throws Exception {
        this.log = log;
        this.database = database;
        topic = log.topic(1);
        settings = TestSettings.on(log, topic, database).settings();
        Migrations.run(settings.postgres());
        // Two statements: where she lives, and a location.
        say("ann", "c1", "I live in Lisbon.");
        say("ann", "c2", "I love hiking.");
        say("bob", "c1", "I live in Rome.");
        read();
        assertThat(known("ann")).containsExactlyInAnyOrder("lives_in Lisbon", "loves hiking");
    }

    @Test
    void withoutApplyNothingIsForgottenAndTheReceiptIsShown() throws Exception {
        var receipt = receipt(Command.with(settings).change("forget", "ann"));

        assertThat(receipt.keySet()).containsExactlyElementsOf(OF_USERS);
        assertThat(receipt).containsEntry("observation", 3L).containsEntry("universal_users", 1L);
        assertThat(known("ann")).hasSize(2);
        for (var table : List.of("audit", "receipt", "forgotten_user")) {
            assertThat(Db.rows(database, "SELECT * FROM gleaner." + table)).as(table).isEmpty();
        }
    }

    @Test
    void aForgottenUserStaysForgottenWhenEverythingIsReplayed() throws Exception {
        Command.with(settings).change("forget", "ann", "--apply");
        assertThat(KnownUser.all(database)).containsOnlyKeys("bob");

        Db.execute(database, "UPDATE gleaner.partition_progress SET next_offset = 0");
        say("ann", "c1", "I live in Porto.", Instant.now().plus(Duration.ofHours(1)));
        read();

        assertThat(known("ann")).containsExactly("lives_in Porto");
    }

    @Test
    void aForgottenConversationLeavesTheOthers() throws Exception {
        var receipt =
                receipt(
                        Command.with(settings)
                                .change("forget", "ann", "--conversation", "c1", "--apply"));

        assertThat(receipt).containsEntry("observation", 2L);
        assertThat(known("ann")).containsExactly("loves hiking");
        assertThat(known("bob")).containsExactly("lives_in Rome");
    }

    @Test
    void theAuditKnowsTheUserByTheDigestThatTheTombstoneHas() throws Exception {
        Command.with(settings).change("forget", "ann", "--apply");
        Command.with(settings).change("forget", "ann", "--conversation", "c1", "--apply");

        assertThat(
                        Db.rows(
                                database,
                                """
                                SELECT command, arguments->>'user' = encode(f.user_hash, 'hex'),
                                       arguments->>'conversation' = encode(c.conversation_hash, 'hex'),
                                       counts->>'observation'
                                  FROM gleaner.audit, gleaner.forgotten_user f, gleaner.forgotten_conversation c
                                 ORDER BY id
                                """))
                .containsExactly("forget | t | - | 3", "forget | t | t | 0");
        assertThat(Db.rows(database, "SELECT arguments FROM gleaner.audit").getFirst())
                .contains(Digest.ofUser("ann"))
                .doesNotContain("ann\"");
    }

    @Test
    void whoWasNeverKnownIsForgottenToo() throws Exception {
        var receipt = receipt(Command.with(settings).change("forget", "nobody", "--apply"));

        assertThat(receipt.values()).containsOnly(0L, 1L);
        assertThat(Db.rows(database, "SELECT count(*) FROM gleaner.forgotten_user"))
                .containsExactly("1");
        assertThat(KnownUser.all(database)).containsOnlyKeys("ann", "bob");
    }

    @Test
    void anIdThatCannotBeIsAWrongCall() {
        for (var wrong :
                List.of(
                        List.of(" "),
                        List.of("x".repeat(256)),
                        List.of("ann", "--conversation", ""))) {
            var line = new java.util.ArrayList<>(List.of("forget"));
            line.addAll(wrong);
            var shown = Command.with(settings).call(line.toArray(String[]::new));
            assertThat(shown.code()).isEqualTo(Exit.USAGE);
            assertThat(shown.err()).contains("is no id");
        }
        assertThat(Command.with(settings).call("forget").code()).isEqualTo(Exit.USAGE);
    }

    private static Map<String, Long> receipt(List<JsonObject> changes) {
        return changes.stream()
                .collect(
                        Collectors.toMap(
                                row -> row.getString("table"),
                                row -> row.getLong("rows"),
                                (a, b) -> a,
                                java.util.TreeMap::new));
    }

    private List<String> known(String user) throws Exception {
        return KnownUser.all(database).getOrDefault(user, KnownUser.NOBODY).facts();
    }

    private void say(String user, String conversation, String words) {
        say(user, conversation, words, Instant.parse("2025-02-03T18:02:00Z"));
    }

    private void say(String user, String conversation, String words, Instant when) {
        var event =
                new JsonObject()
                        .put("user_id", user)
                        .put("conversation_id", conversation)
                        .put("role", "user")
                        .put("content", words)
                        .put("timestamp", when.toString());
        log.produce(topic, List.of(TestRecord.of(user, event.encode())));
    }

    private void read() throws Exception {
        var worker = Worker.start(settings).await(60, SECONDS);
        new Progress(log, topic, database).untilEnd();
        worker.stop().await(40, SECONDS);
    }
}
