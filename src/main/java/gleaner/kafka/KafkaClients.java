package gleaner.kafka;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Connections to Kafka. To make and to close them takes name look-ups, key stores and files, so
 * neither is done on the event loop.
 */
record KafkaClients(GatedConsumer consumer, Admin admin) {

    static KafkaClients connect(
            ClientProperties properties, Rebalances rebalances, Duration closeTimeout)
            throws ClientRefused {
        var admin = admin(properties);
        try {
            var bytes = new ByteArrayDeserializer();
            var consumer = new KafkaConsumer<>(properties.consumer(), bytes, bytes);
            return new KafkaClients(new GatedConsumer(consumer, rebalances, closeTimeout), admin);
        } catch (KafkaException wrong) {
            admin.close(Duration.ZERO);
            throw new ClientRefused(wrong, properties.given());
        } catch (RuntimeException bug) {
            admin.close(Duration.ZERO);
            throw bug;
        }
    }

    static Admin admin(ClientProperties properties) throws ClientRefused {
        try {
            return Admin.create(properties.admin());
        } catch (KafkaException wrong) {
            throw new ClientRefused(wrong, properties.given());
        }
    }
}
