package gleaner.kafka;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.kafka.client.consumer.KafkaReadStream;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * The one thread that may touch the consumer: vertx-kafka-client's. Polls and tasks run there one
 * after the other, and their futures complete on the event loop in the same order.
 *
 * <p>To be made on the event loop, and not to be called after {@link #close}: the stream would
 * start a second thread.
 */
final class PollThread {
    private final GatedConsumer consumer;
    private final KafkaReadStream<byte[], byte[]> stream;

    PollThread(Vertx vertx, GatedConsumer consumer) {
        this.consumer = consumer;
        this.stream = KafkaReadStream.create(vertx, consumer);
    }

    Future<Void> subscribe(Set<String> topics) {
        return stream.subscribe(topics);
    }

    Future<ConsumerRecords<byte[], byte[]>> poll(Duration timeout) {
        return stream.poll(timeout);
    }

    /** Waits behind a running poll. */
    Future<Void> run(Consumer<GatedConsumer> task) {
        consumer.enqueue(() -> task.accept(consumer));
        return stream.resume(Set.of());
    }

    /** A poll that is waiting ends at once; its future may never complete. */
    Future<Void> close() {
        return stream.close();
    }
}
