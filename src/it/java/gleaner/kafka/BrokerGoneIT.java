package gleaner.kafka;

import static gleaner.kafka.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.demo.EmbeddedKafka;
import gleaner.event.Partition;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker of its own, because it goes away. */
class BrokerGoneIT {
    private static final Partition PARTITION = new Partition("events", 0);

    private final Vertx vertx = Vertx.vertx();
    private EmbeddedKafka broker;
    private Member member;

    @BeforeEach
    void readAndLoseTheBroker(@TempDir Path folder) throws Exception {
        broker = EmbeddedKafka.start(folder);
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1))).all().get();
        }
        var settings = SourceSettings.of(broker.bootstrapServers(), PARTITION.topic());
        member = Member.of(vertx, settings).startingAt(0).join();
        eventually("assigned", () -> member.held().equals(Set.of(PARTITION)));
        broker.close();
    }

    @AfterEach
    void close() {
        member.leave();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void pollsGoOnAndNeverSpin() {
        var before = member.polls.get();
        var ticks =
                Future.<Void>future(promise ->
                        vertx.setTimer(
                                Duration.ofSeconds(3).toMillis(), now -> promise.complete()));
        member.call(() -> ticks);

        var inThreeSeconds = member.polls.get() - before;
        assertThat(inThreeSeconds).as("polls of 100 ms in 3 s").isBetween(1, 100);
        assertThat(member.held()).containsExactly(PARTITION);
    }

    @Test
    void boundsFail() {
        assertThatThrownBy(() -> member.bounds(Set.of(PARTITION)))
                .hasRootCauseInstanceOf(org.apache.kafka.common.errors.TimeoutException.class);
    }

    @Test
    void closeReturnsWithinItsLimit() {
        var limit = KafkaRecordSource.CLOSE_TIMEOUT.plusSeconds(5).toMillis();

        member.call(() -> member.source().close().timeout(limit, TimeUnit.MILLISECONDS));
    }

    @Test
    void reportsAreOnlyLogged() {
        member.report(Map.of(PARTITION, 1L));
        member.awaitPolls(3);
        member.report(Map.of(PARTITION, 2L));
        member.awaitPolls(3);

        assertThat(member.heard(Heard.Failed.class)).isEmpty();
    }
}
