package gleaner.servers;

import static java.util.stream.Collectors.toMap;

import gleaner.event.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The broker, as tests use it: topics of their own, records put there, and how far they reach. */
public final class TestLog implements AutoCloseable {
    private final String bootstrapServers;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    private TestLog(String bootstrapServers, Admin admin, KafkaProducer<byte[], byte[]> producer) {
        this.bootstrapServers = bootstrapServers;
        this.admin = admin;
        this.producer = producer;
    }

    /** A broker that a test started by itself. */
    public static TestLog of(String bootstrapServers) {
        Map<String, Object> client = Map.of("bootstrap.servers", bootstrapServers);
        // One request at a time: a topic that is just being made refuses some, and a later one must
        // not overtake.
        Map<String, Object> sending =
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "max.in.flight.requests.per.connection",
                        1);
        return new TestLog(
                bootstrapServers,
                Admin.create(client),
                new KafkaProducer<>(sending, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** For whatever is not offered here: deleting topics and records, groups, configurations. */
    public Admin admin() {
        return admin;
    }

    /**
     * Creates a topic that no other test has.
     *
     * @return its name
     */
    public String topic(int partitions) {
        var name = "test-" + UUID.randomUUID();
        create(name, partitions, Map.of());
        return name;
    }

    /**
     * Creates a topic.
     *
     * @param settings of the topic, by Kafka's names: {@code cleanup.policy}, {@code
     *     max.message.bytes}
     */
    public void create(String topic, int partitions, Map<String, String> settings) {
        var wanted = new NewTopic(topic, partitions, (short) 1).configs(settings);
        await(admin.createTopics(List.of(wanted)).all());
    }

    /** Puts records at the end of a topic, in order, and waits until the broker has them all. */
    public List<RecordMetadata> produce(String topic, List<TestRecord> records) {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var each : records) {
            var record =
                    new ProducerRecord<>(topic, each.partition(), each.keyBytes(), each.value());
            each.headers().forEach(record.headers()::add);
            sent.add(producer.send(record));
        }
        producer.flush();
        return sent.stream().map(TestLog::await).toList();
    }

    /** Offsets behind the last record of each partition. */
    public Map<Partition, Long> endOffsets(String topic) {
        var description = await(admin.describeTopics(List.of(topic)).allTopicNames());
        var asked =
                description.values().stream()
                        .flatMap(each -> each.partitions().stream())
                        .collect(
                                toMap(
                                        each -> new TopicPartition(topic, each.partition()),
                                        _ -> OffsetSpec.latest()));
        return await(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(
                        toMap(
                                each -> new Partition(topic, each.getKey().partition()),
                                each -> each.getValue().offset()));
    }

    private static <T> T await(Future<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
