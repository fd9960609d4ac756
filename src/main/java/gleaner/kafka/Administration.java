package gleaner.kafka;

import gleaner.config.Settings;
import org.apache.kafka.clients.admin.Admin;

/** A connection to the brokers for questions about them; the caller's to close. */
public final class Administration {
    private Administration() {}

    /** Connects in the background; refused are only settings that give no client. */
    public static Admin of(Settings.Kafka settings) throws LogUnavailable {
        try {
            return KafkaClients.admin(new ClientProperties(settings));
        } catch (ClientRefused wrongProperties) {
            throw new LogUnavailable(wrongProperties);
        }
    }
}
