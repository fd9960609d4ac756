package gleaner.kafka;

import gleaner.config.Settings;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.common.IsolationLevel;

/**
 * What the Kafka clients are told: our preferences, over them the further properties that somebody
 * set, over both the settings and what correctness rests on. The loader of the settings refuses
 * properties that would be overridden here.
 *
 * <p>Memory: the consumer holds at most one fetch for each broker, and a poll returns at most
 * {@value #MAX_POLL_RECORDS} records.
 */
final class ClientProperties {
    static final int MAX_POLL_RECORDS = 1_000;

    private static final long MIN_FETCH_BYTES = 1L << 20;
    private static final long MAX_FETCH_BYTES = 16L << 20;
    private static final Duration MAX_HEARTBEAT = Duration.ofSeconds(3);
    private static final Duration MIN_POLL_INTERVAL = Duration.ofMinutes(1);

    private final Settings.Kafka settings;

    ClientProperties(Settings.Kafka settings) {
        this.settings = settings;
    }

    Map<String, Object> consumer() {
        var properties = new HashMap<String, Object>(preferences());
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "gleaner");
        properties.put(
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                (int)
                        longest(
                                        MIN_POLL_INTERVAL,
                                        settings.sessionTimeout(),
                                        settings.revokeTimeout().multipliedBy(2))
                                .toMillis());
        properties.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                (int) shorter(MAX_HEARTBEAT, settings.sessionTimeout().dividedBy(3)).toMillis());
        properties.putAll(settings.properties());
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupId());
        properties.put(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                (int) settings.sessionTimeout().toMillis());
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, fetchBytes());
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, (int) MIN_FETCH_BYTES);
        properties.put(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                Math.min(MAX_POLL_RECORDS, settings.bufferRecords()));
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, GroupProtocol.CLASSIC.name());
        properties.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }

    /** A consumer that is told its partitions, and belongs to no group. */
    Map<String, Object> reader() {
        var properties = consumer();
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "gleaner-reader");
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.remove(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG);
        return properties;
    }

    Map<String, Object> admin() {
        var properties = new HashMap<String, Object>(preferences());
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "gleaner-admin");
        properties.putAll(settings.properties());
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.keySet().retainAll(AdminClientConfig.configNames());
        return properties;
    }

    /** Shorter than Kafka's own, so that a broker that is gone is noticed; all can be set. */
    private static Map<String, Object> preferences() {
        return Map.of(
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
    }

    /** The values that somebody set, secrets among them. */
    Collection<String> given() {
        return settings.properties().values();
    }

    private int fetchBytes() {
        return (int) Math.clamp(settings.bufferBytes(), MIN_FETCH_BYTES, MAX_FETCH_BYTES);
    }

    private static Duration longest(Duration... durations) {
        return Collections.max(List.of(durations));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
