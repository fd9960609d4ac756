package gleaner.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Puts sample records into the topic, in their order, as a chat would. Counts on the producer's own
 * thread, read from any.
 */
final class Playback implements AutoCloseable {
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Playback(String bootstrapServers, String topic) {
        this.topic = topic;
        this.producer =
                new KafkaProducer<>(
                        // One request at a time: a topic that is just being made refuses some.
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "acks",
                                "all",
                                "max.in.flight.requests.per.connection",
                                1),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    void send(SampleRecord sample) {
        var at = sample.recordedAt();
        var record =
                new ProducerRecord<>(
                        topic,
                        null,
                        at == null ? null : at.toEpochMilli(),
                        sample.keyBytes(),
                        sample.value());
        sample.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        var _ =
                producer.send(
                        record,
                        (_, refused) -> {
                            if (refused == null) {
                                acknowledged.incrementAndGet();
                            } else {
                                failure.compareAndSet(null, refused);
                            }
                        });
    }

    /** Waits until the broker has them all. */
    void finish() {
        producer.flush();
        var refused = failure.get();
        if (refused != null) {
            throw new IllegalStateException("the broker refused a sample record", refused);
        }
    }

    /** Records that the broker has confirmed. */
    long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
