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
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where partitions stand, and how parked ones are let go on. */
@RealServers
final class PartitionsCommandIT {
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
        produce(5);
    }

    @Test
    void everyPartitionIsShown() throws Exception {
        assertThat(Command.with(settings).list("partitions"))
                .extracting(row -> row.getString("state"))
                .containsExactly("new", "new");

        var worker = Worker.start(settings).await(60, SECONDS);
        new Progress(log, topic, database).untilEnd();
        Eventually.until(() -> states().equals(List.of("claimed", "claimed")), () -> "claimed");
        worker.stop().await(40, SECONDS);
        produce(3);

        var first = Command.with(settings).list("partitions").getFirst();
        assertThat(first.getString("topic")).isEqualTo(topic);
        assertThat(first.getString("state")).isEqualTo("free");
        assertThat(first.getLong("position")).isEqualTo(5);
        assertThat(first.getLong("log_end")).isEqualTo(8);
        assertThat(first.getLong("lag")).isEqualTo(3);
        assertThat(first.getLong("epoch")).isPositive();
        assertThat(first.getValue("owner")).isNull();
    }

    @Test
    void peopleGetATable() {
        var shown = Command.with(settings).call("partitions");

        assertThat(shown.code()).isEqualTo(Exit.OK);
        assertThat(shown.out().lines().toList())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("topic ")
                .contains("partition  state", "log end  lag");
    }

    @Test
    void whatTheDatabaseKnowsIsShownThoughTheLogIsAway() throws Exception {
        Db.execute(database, row("position 7 lies outside the log, which holds 10 to 20"));

        var shown =
                Command.with(settings)
                        .set("GLEANER_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1")
                        .set("GLEANER_KAFKA_PROPERTIES_DEFAULT_API_TIMEOUT_MS", "500")
                        .set("GLEANER_KAFKA_PROPERTIES_REQUEST_TIMEOUT_MS", "400")
                        .call("partitions");

        assertThat(shown.code()).isEqualTo(Exit.FAILED);
        assertThat(shown.out()).contains("parked", "position 7 lies outside the log");
        assertThat(shown.err()).contains("the log does not answer");
    }

    @Test
    void anOlderSchemaIsToldAsSuch() throws Exception {
        Db.execute(database, "DROP SCHEMA gleaner CASCADE");

        var shown = Command.with(settings).call("partitions");

        assertThat(shown.code()).isEqualTo(Exit.FAILED);
        assertThat(shown.err()).contains("run gleaner migrate").doesNotContain("\tat ");
    }

    @Test
    void withoutApplyNothingIsUnparked() throws Exception {
        Db.execute(database, row("the topic was recreated"));

        var changes = Command.with(settings).change("partitions", "unpark", "--at", "end");

        assertThat(changes)
                .containsExactly(
                        new JsonObject()
                                .put("topic", topic)
                                .put("partition", 0)
                                .put("from", 7)
                                .put("to", 5)
                                .put("was_parked", "the topic was recreated"));
        assertThat(stored()).containsExactly("7 | 3 | the topic was recreated | gone");
        assertThat(Db.rows(database, "SELECT * FROM gleaner.audit")).isEmpty();
    }

    @Test
    void anUnparkedPartitionIsReadFromWhereSomebodyDecided() throws Exception {
        Db.execute(database, row("the topic was recreated"));

        Command.with(settings)
                .change("partitions", "unpark", "--at", "beginning", "--partition", "0", "--apply");

        assertThat(
                        Db.rows(
                                database,
                                "SELECT next_offset, owner_epoch, parked_reason, owner, clean FROM"
                                        + " gleaner.partition_progress"))
                .containsExactly("0 | 4 | - | - | t");
        assertThat(
                        Db.rows(
                                database,
                                "SELECT command, arguments, database_role = session_user, os_user,"
                                        + " counts FROM gleaner.audit"))
                .containsExactly(
                        "partitions unpark | {\"at\": \"beginning\", \"partition\": 0} | t | %s | {\"partitions\": 1}"
                                .formatted(System.getProperty("user.name")));
        var worker = Worker.start(settings).await(60, SECONDS);
        new Progress(log, topic, database).untilEnd();
        worker.stop().await(40, SECONDS);
    }

    @Test
    void whatIsNotParkedStaysAsItIs() throws Exception {
        Db.execute(database, row(null));

        assertThat(
                        Command.with(settings)
                                .change(
                                        "partitions",
                                        "unpark",
                                        "--at",
                                        "2",
                                        "--partition",
                                        "0",
                                        "--apply"))
                .isEmpty();

        assertThat(stored()).containsExactly("7 | 3 | - | gone");
    }

    @Test
    void whatCannotBeMeantIsAWrongCall() {
        assertThat(wrong("--at", "yesterday")).contains("is no place in the log");
        assertThat(wrong("--at", "6", "--partition", "0"))
                .contains("holds 0 to 5; offset 6 is outside");
        assertThat(wrong("--at", "1")).contains("an offset says something of one partition only");
        assertThat(wrong("--at", "end", "--partition", "9")).contains("there is no such partition");
        assertThat(wrong()).contains("--at");
    }

    private String wrong(String... arguments) {
        var line = new java.util.ArrayList<>(List.of("partitions", "unpark"));
        line.addAll(List.of(arguments));
        var shown = Command.with(settings).call(line.toArray(String[]::new));
        assertThat(shown.code()).as(shown.out()).isEqualTo(Exit.USAGE);
        return shown.err();
    }

    private List<String> states() {
        return Command.with(settings).list("partitions").stream()
                .map(row -> row.getString("state"))
                .toList();
    }

    private List<String> stored() throws SQLException {
        return Db.rows(
                database,
                "SELECT next_offset, owner_epoch, parked_reason, owner FROM"
                        + " gleaner.partition_progress");
    }

    private String row(@org.jspecify.annotations.Nullable String parked) {
        return """
        INSERT INTO gleaner.partition_progress
               (topic, partition, topic_id, next_offset, claimed_offset, owner, owner_epoch, clean, parked_reason)
        VALUES ('%s', 0, 'old', 7, 7, 'gone', 3, false, %s)
        """
                .formatted(topic, parked == null ? "NULL" : "'" + parked + "'");
    }

    private void produce(int eachPartition) {
        log.produce(
                topic,
                IntStream.range(0, 2 * eachPartition)
                        .mapToObj(n -> TestRecord.of("u" + n, "{}").on(n % 2))
                        .toList());
    }
}
