package gleaner.kafka;

import gleaner.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Settings of a source under test: a group of its own, and limits short enough to wait for. */
final class SourceSettings {
    private SourceSettings() {}

    static Settings.Kafka of(String bootstrapServers, String... topics) {
        return new Settings.Kafka(
                List.of(bootstrapServers),
                List.of(topics),
                "test-" + UUID.randomUUID(),
                Settings.InitialPosition.EARLIEST,
                Duration.ofMillis(100),
                Duration.ofSeconds(10),
                2_000,
                4_000,
                8L << 20,
                Settings.Gaps.COUNT,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Map.of("heartbeat.interval.ms", "300"));
    }

    static Settings.Kafka withPollTimeout(Settings.Kafka like, Duration pollTimeout) {
        return with(like, pollTimeout, like.sessionTimeout(), like.revokeTimeout());
    }

    static Settings.Kafka withSessionTimeout(Settings.Kafka like, Duration sessionTimeout) {
        return with(like, like.pollTimeout(), sessionTimeout, like.revokeTimeout());
    }

    static Settings.Kafka withRevokeTimeout(Settings.Kafka like, Duration revokeTimeout) {
        return with(like, like.pollTimeout(), like.sessionTimeout(), revokeTimeout);
    }

    private static Settings.Kafka with(
            Settings.Kafka like,
            Duration pollTimeout,
            Duration sessionTimeout,
            Duration revokeTimeout) {
        return new Settings.Kafka(
                like.bootstrapServers(),
                like.topics(),
                like.groupId(),
                like.initialPosition(),
                pollTimeout,
                sessionTimeout,
                like.contextRecords(),
                like.bufferRecords(),
                like.bufferBytes(),
                like.gaps(),
                like.watchInterval(),
                revokeTimeout,
                like.properties());
    }
}
