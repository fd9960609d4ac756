package gleaner.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.Partition;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealServers
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ServersIT {

    @Test
    void theDatabaseIsPostgres18InUtf8WithTheExtensionsWeNeed(TestDatabase database)
            throws SQLException {
        assertThat(ask(database, "SELECT version()")).startsWith("PostgreSQL 18.");
        assertThat(ask(database, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(ask(database, "SELECT lower('ÄRGER Ünïted')")).isEqualTo("ärger ünïted");
        for (var extension : List.of("pg_trgm", "btree_gin", "uuid-ossp")) {
            assertThat(
                            ask(
                                    database,
                                    "SELECT count(*) FROM pg_available_extensions WHERE name = '"
                                            + extension
                                            + "'"))
                    .as(extension)
                    .isEqualTo("1");
        }
    }

    @Test
    void aTestThatAsksForTwoDatabasesGetsTwo(TestDatabase one, TestDatabase other) {
        assertThat(one.name()).isNotEqualTo(other.name());
    }

    @Test
    void whatOneTestWritesIsGoneWithItsDatabase(TestDatabase mine) throws SQLException {
        var other =
                new TestDatabase(
                        mine.host(), mine.port(), "postgres", mine.user(), mine.password());
        try (var connection = mine.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE left_over (id int)");
        }
        mine.close();
        assertThat(
                        ask(
                                other,
                                "SELECT count(*) FROM pg_database WHERE datname = '"
                                        + mine.name()
                                        + "'"))
                .isEqualTo("0");
    }

    @Test
    void recordsComeBackAsTheyWereProduced(TestLog log) {
        var topic = log.topic(2);
        log.produce(
                topic,
                List.of(
                        TestRecord.of("ada", "{\"n\":1}").on(0),
                        TestRecord.of("ada", "{\"n\":2}").on(0),
                        new TestRecord(null, null, Map.of("ce_id", "7".getBytes(UTF_8)), 1)));

        assertThat(log.endOffsets(topic))
                .isEqualTo(Map.of(new Partition(topic, 0), 2L, new Partition(topic, 1), 1L));
        var read = read(log, topic, 3);
        assertThat(read.stream().filter(record -> record.partition() == 0))
                .extracting(record -> new String(record.value(), UTF_8))
                .containsExactly("{\"n\":1}", "{\"n\":2}");
        var bare =
                read.stream().filter(record -> record.partition() == 1).findFirst().orElseThrow();
        assertThat(bare.key()).isNull();
        assertThat(bare.value()).isNull();
        assertThat(bare.headers().lastHeader("ce_id").value()).isEqualTo("7".getBytes(UTF_8));
    }

    /** In a group, so that the broker's own topics are shown to work too. */
    private static List<ConsumerRecord<byte[], byte[]>> read(TestLog log, String topic, int count) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        log.bootstrapServers(),
                        "group.id",
                        topic,
                        "auto.offset.reset",
                        "earliest");
        var read = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (read.size() < count) {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
        }
        return read;
    }

    private static String ask(TestDatabase database, String query) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }
}
