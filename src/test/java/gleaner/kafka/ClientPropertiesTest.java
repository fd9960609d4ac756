package gleaner.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;

class ClientPropertiesTest {

    @Test
    void furtherPropertiesStandOverOurPreferences() {
        var properties = consumer(Map.of("metadata.max.age.ms", "5000", "client.rack", "a"));

        assertThat(properties)
                .containsEntry("metadata.max.age.ms", "5000")
                .containsEntry("client.rack", "a");
    }

    @Test
    void whatCorrectnessRestsOnStandsOverFurtherProperties() {
        var properties =
                consumer(
                        Map.of(
                                "auto.offset.reset", "latest",
                                "enable.auto.commit", "true",
                                "isolation.level", "read_uncommitted",
                                "group.protocol", "consumer",
                                "allow.auto.create.topics", "true"));

        assertThat(properties)
                .containsEntry("auto.offset.reset", "none")
                .containsEntry("enable.auto.commit", false)
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("group.protocol", "CLASSIC")
                .containsEntry("allow.auto.create.topics", false);
    }

    @Test
    void aPollBringsNoMoreThanTheBufferTakes() {
        assertThat(new ClientProperties(settings(999, 1L << 20, Map.of())).consumer())
                .containsEntry("max.poll.records", 999);
        assertThat(new ClientProperties(settings(1_001, 1L << 20, Map.of())).consumer())
                .containsEntry("max.poll.records", 1_000);
    }

    @Test
    void aFetchIsAsLargeAsTheBufferWithinReason() {
        assertThat(new ClientProperties(settings(1, 1, Map.of())).consumer())
                .containsEntry("fetch.max.bytes", 1 << 20);
        assertThat(new ClientProperties(settings(1, 2 << 20, Map.of())).consumer())
                .containsEntry("fetch.max.bytes", 2 << 20);
        assertThat(new ClientProperties(settings(1, 1L << 40, Map.of())).consumer())
                .containsEntry("fetch.max.bytes", 16 << 20);
    }

    @Test
    void kafkaKnowsAllThatItIsTold() {
        var properties = new ClientProperties(settings(1, 1, Map.of("client.rack", "a")));

        assertThat(ConsumerConfig.configNames()).containsAll(properties.consumer().keySet());
        assertThat(AdminClientConfig.configNames()).containsAll(properties.admin().keySet());
    }

    private static Map<String, Object> consumer(Map<String, String> further) {
        return new ClientProperties(settings(1_000, 1L << 20, further)).consumer();
    }

    private static Settings.Kafka settings(
            int bufferRecords, long bufferBytes, Map<String, String> further) {
        return new Settings.Kafka(
                List.of("localhost:9092"),
                List.of("events"),
                "gleaner",
                Settings.InitialPosition.EARLIEST,
                Duration.ofMillis(100),
                Duration.ofSeconds(45),
                2_000,
                bufferRecords,
                bufferBytes,
                Settings.Gaps.COUNT,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                further);
    }
}
