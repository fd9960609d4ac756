package gleaner.servers;

import gleaner.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Settings for a worker under test: the documented limits, and times short enough to wait for. A
 * test states only what it is about: {@code TestSettings.on(log, topic, database).batch(b -> new
 * Settings.Batch(1, b.maxBytes(), b.linger(), b.inFlight())).settings()}.
 */
public record TestSettings(Settings settings) {

    /** A group that nobody else is in, reading from the beginning; HTTP on any free port. */
    public static TestSettings on(TestLog log, String topic, TestDatabase database) {
        return new TestSettings(
                new Settings(
                        new Settings.Kafka(
                                List.of(log.bootstrapServers()),
                                List.of(topic),
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
                                Map.of()),
                        database.settings(),
                        new Settings.Batch(
                                500, 1L << 20, Duration.ofSeconds(1), Duration.ofMillis(20), 2),
                        new Settings.Retry(
                                Duration.ofMillis(50),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(5)),
                        new Settings.Limits(
                                1 << 20,
                                64 << 10,
                                32,
                                50,
                                1_000,
                                240,
                                64 << 10,
                                6,
                                Duration.ofMinutes(30)),
                        new Settings.Evidence(true),
                        new Settings.DeadLetters(null, 64 << 10, Duration.ofDays(30)),
                        new Settings.Http("127.0.0.1", 0),
                        new Settings.Metrics(Duration.ofSeconds(1)),
                        new Settings.Shutdown(Duration.ofSeconds(20)),
                        new Settings.Log(Settings.LogFormat.TEXT, Settings.LogLevel.INFO)));
    }

    public TestSettings kafka(UnaryOperator<Settings.Kafka> change) {
        return with(
                change.apply(settings.kafka()),
                settings.batch(),
                settings.retry(),
                settings.limits(),
                settings.deadLetters());
    }

    public TestSettings batch(UnaryOperator<Settings.Batch> change) {
        return with(
                settings.kafka(),
                change.apply(settings.batch()),
                settings.retry(),
                settings.limits(),
                settings.deadLetters());
    }

    public TestSettings retry(UnaryOperator<Settings.Retry> change) {
        return with(
                settings.kafka(),
                settings.batch(),
                change.apply(settings.retry()),
                settings.limits(),
                settings.deadLetters());
    }

    public TestSettings limits(UnaryOperator<Settings.Limits> change) {
        return with(
                settings.kafka(),
                settings.batch(),
                settings.retry(),
                change.apply(settings.limits()),
                settings.deadLetters());
    }

    public TestSettings deadLetters(Settings.DeadLetters deadLetters) {
        return with(
                settings.kafka(),
                settings.batch(),
                settings.retry(),
                settings.limits(),
                deadLetters);
    }

    private TestSettings with(
            Settings.Kafka kafka,
            Settings.Batch batch,
            Settings.Retry retry,
            Settings.Limits limits,
            Settings.DeadLetters deadLetters) {
        return new TestSettings(
                new Settings(
                        kafka,
                        settings.postgres(),
                        batch,
                        retry,
                        limits,
                        settings.evidence(),
                        deadLetters,
                        settings.http(),
                        settings.metrics(),
                        settings.shutdown(),
                        settings.log()));
    }
}
