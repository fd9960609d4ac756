package gleaner;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.postgres.migration.Migrations;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import gleaner.servers.TestSettings;
import io.vertx.core.VertxOptions;
import org.junit.jupiter.api.Test;

/**
 * Whatever the worker does, it does not do it on the event loop for 50 ms at a time.
 *
 * <p>A first pass is not watched: in a young JVM it is the loading and compiling of classes that
 * takes the time.
 */
@RealServers
final class WorkerEventLoopIT {
    private static final int ROUNDS = 10;

    @Test
    void theEventLoopIsNeverBlocked(TestLog log, TestDatabase database) throws Exception {
        pass(log, database, new VertxOptions());

        try (var blocked = new BlockedThreads()) {
            pass(log, database, BlockedThreads.options());

            assertThat(blocked.complaints()).as("event loops blocked for over 50 ms").isEmpty();
        }
    }

    /** Sees that the watcher would notice. */
    @Test
    void aBlockedEventLoopIsNoticed() throws Exception {
        try (var blocked = new BlockedThreads()) {
            var vertx = io.vertx.core.Vertx.vertx(BlockedThreads.options());
            vertx.runOnContext(
                    v -> java.util.concurrent.locks.LockSupport.parkNanos(SECONDS.toNanos(1)));

            Eventually.until(() -> !blocked.complaints().isEmpty(), () -> "no complaint");
            vertx.close().await(10, SECONDS);
        }
    }

    private static void pass(TestLog log, TestDatabase database, VertxOptions options)
            throws Exception {
        var topic = log.topic(4);
        for (var round = 0; round < ROUNDS; round++) {
            log.produce(topic, Samples.records());
        }
        var settings = TestSettings.on(log, topic, database).settings();
        Migrations.run(settings.postgres());
        var worker = Worker.start(settings, options).await(60, SECONDS);
        new Progress(log, topic, database).untilEnd();
        worker.stop().await(40, SECONDS);
    }
}
