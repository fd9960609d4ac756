package gleaner.kafka;

import static gleaner.kafka.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import gleaner.servers.RealServers;
import gleaner.servers.TestLog;
import gleaner.servers.TestRecord;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Vert.x itself watches the event loop and warns when something holds it up. */
@RealServers
class EventLoopIT {
    private static final String WATCHER = "io.vertx.core.impl.BlockedThreadChecker";
    private static final int RECORDS = 20_000;

    private final ListAppender<ILoggingEvent> warnings = new ListAppender<>();
    private final Logger watcher = (Logger) LoggerFactory.getLogger(WATCHER);
    private final Vertx vertx =
            Vertx.vertx(
                    new VertxOptions()
                            .setBlockedThreadCheckInterval(10)
                            .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                            .setMaxEventLoopExecuteTime(50)
                            .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                            .setWarningExceptionTime(50)
                            .setWarningExceptionTimeUnit(TimeUnit.MILLISECONDS));

    @BeforeEach
    void watch() {
        warnings.start();
        watcher.addAppender(warnings);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        watcher.detachAppender(warnings);
    }

    @Test
    void isNeverHeldUpByWhatTheSourceDoes(TestLog log) {
        var topic = log.topic(2);
        log.produce(
                topic,
                IntStream.range(0, RECORDS)
                        .mapToObj(it -> TestRecord.of("user" + it, "event " + it))
                        .toList());
        var settings =
                SourceSettings.withRevokeTimeout(
                        SourceSettings.of(log.bootstrapServers(), topic), Duration.ofSeconds(1));

        var first =
                Member.of(vertx, settings)
                        .startingAt(0)
                        .onRevoked(them -> Promise.<Void>promise().future())
                        .join();
        eventually("all records", () -> first.records().count() == RECORDS);
        first.bounds(first.held());
        var second = Member.of(vertx, settings).startingAt(0).join();
        eventually("a share each", () -> first.held().size() == 1 && second.held().size() == 1);
        first.pause(first.held());
        first.resume(Set.copyOf(first.held()));
        first.leave();
        second.leave();

        assertThat(warnings.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
    }
}
