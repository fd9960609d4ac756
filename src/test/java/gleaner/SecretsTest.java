package gleaner;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import gleaner.cli.Exit;
import gleaner.config.Loading;
import gleaner.config.Settings;
import gleaner.config.SettingsLoader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * Whatever fails, no password and no key is in what is told of it: not in a trace, not in a log.
 */
class SecretsTest {
    private static final String SECRET = "quxqux";
    private static final String JAAS =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\" password=\"%s\";"
                    .formatted(SECRET);

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Level before = Level.INFO;

    /** As much as anybody can ask for: log.level goes no further than DEBUG. */
    @BeforeEach
    void listen() {
        before = root.getLevel();
        root.setLevel(Level.DEBUG);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void leave() {
        root.detachAppender(log);
        root.setLevel(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "migrate",
                "state-hash",
                "partitions",
                "partitions unpark --at end",
                "forget ann"
            })
    void aCommandThatFindsNoServerTellsNone(String call) {
        var shown = Shown.of("", environment(Map.of()), call.split(" "));

        assertThat(shown.code()).isEqualTo(Exit.FAILED);
        assertThat(shown.out() + shown.err() + logged()).isNotBlank().doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SASL_JAAS_CONFIG|quxqux",
                "SASL_JAAS_CONFIG|org.apache.kafka.common.security.plain.PlainLoginModule"
                        + " password=quxqux;",
                "SASL_JAAS_CONFIG|org.apache.kafka.common.security.plain.PlainLoginModule required"
                        + " password=quxqux",
                "SASL_JAAS_CONFIG|org.apache.kafka.common.security.plain.PlainLoginModule quxqux"
                        + " x=y;",
                "SASL_JAAS_CONFIG|quxqux required;",
                "SASL_JAAS_CONFIG|org.apache.kafka.common.security.plain.PlainLoginModule required"
                        + " password=open quxqux;",
                "SSL_KEYSTORE_KEY|-----BEGIN PRIVATE KEY-----quxqux-----END PRIVATE KEY-----",
                "SSL_KEYSTORE_PASSWORD|quxqux",
                "SSL_KEY_PASSWORD|quxqux"
            })
    void aClientThatCannotBeMadeTellsNone(String property, String value) throws Exception {
        var settings =
                settings(
                        Map.of(
                                "GLEANER_KAFKA_PROPERTIES_SECURITY_PROTOCOL",
                                "SASL_SSL",
                                "GLEANER_KAFKA_PROPERTIES_SSL_KEYSTORE_TYPE",
                                "PEM",
                                "GLEANER_KAFKA_PROPERTIES_" + property,
                                value));

        var told = new StringWriter();
        try {
            Worker.start(settings)
                    .compose(Worker::stop)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
        } catch (Exception failed) {
            failed.printStackTrace(new PrintWriter(told, true));
        }

        assertThat(told + logged()).isNotBlank().doesNotContain(SECRET);
    }

    private static Map<String, String> environment(Map<String, String> more) {
        var environment =
                new HashMap<>(
                        Map.of(
                                "GLEANER_POSTGRES_URI", "postgresql://127.0.0.1:1/chat",
                                "GLEANER_POSTGRES_PASSWORD", SECRET,
                                "GLEANER_POSTGRES_MIGRATION_TIMEOUT", "1 s",
                                "GLEANER_HTTP_PORT", "0",
                                "GLEANER_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                                "GLEANER_KAFKA_PROPERTIES_SASL_MECHANISM", "PLAIN",
                                "GLEANER_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", JAAS));
        environment.putAll(more);
        return environment;
    }

    private static Settings settings(Map<String, String> more) {
        return switch (SettingsLoader.load(Optional.empty(), environment(more))) {
            case Loading.Loaded(var settings) -> settings;
            case Loading.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    private String logged() {
        var lines = new ArrayList<String>();
        for (var event : List.copyOf(log.list)) {
            lines.add(event.getFormattedMessage() + " " + event.getKeyValuePairs());
            var failure = event.getThrowableProxy();
            if (failure != null) {
                lines.add(ThrowableProxyUtil.asString(failure));
            }
        }
        return String.join("\n", lines);
    }
}
