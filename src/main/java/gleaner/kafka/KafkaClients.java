package gleaner.kafka;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Connections to Kafka. To make and to close them takes name look-ups, key stores and files, so
 * neither is done on the event loop.
 */
record KafkaClients(GatedConsumer consumer, Admin admin) {

    static KafkaClients connect(
            ClientProperties properties, Rebalances rebalances, Duration closeTimeout) {
        var admin = Admin.create(properties.admin());
        try {
            var bytes = new ByteArrayDeserializer();
            var consumer = new KafkaConsumer<>(properties.consumer(), bytes, bytes);
            return new KafkaClients(new GatedConsumer(consumer, rebalances, closeTimeout), admin);
        } catch (RuntimeException e) {
            admin.close(Duration.ZERO);
            throw e;
        }
    }
}
