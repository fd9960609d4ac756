package gleaner.kafka;

import static gleaner.kafka.Eventually.eventually;
import static gleaner.kafka.SourceSettings.withRevokeTimeout;
import static gleaner.kafka.SourceSettings.withSessionTimeout;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.config.Settings;
import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import gleaner.servers.RealServers;
import gleaner.servers.TestLog;
import gleaner.servers.TestRecord;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealServers
class RebalanceIT {
    private static final int PARTITIONS = 4;

    private final Vertx vertx = Vertx.vertx();
    private final List<Member> members = new ArrayList<>();
    private TestLog log;
    private String topic;
    private Set<Partition> all;
    private Settings.Kafka settings;

    /** Nobody may be taken for dead here: what moves partitions is only what members say. */
    @BeforeEach
    void createTopic(TestLog log) {
        this.log = log;
        topic = log.topic(PARTITIONS);
        all =
                IntStream.range(0, PARTITIONS)
                        .mapToObj(it -> new Partition(topic, it))
                        .collect(toSet());
        settings =
                withSessionTimeout(
                        SourceSettings.of(log.bootstrapServers(), topic), Duration.ofMinutes(5));
    }

    @AfterEach
    void leave() {
        members.forEach(Member::leave);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aPartitionMovesOnlyWhenTheListenerHasLetItGo() {
        var released = Promise.<Void>promise();
        var first =
                member(withRevokeTimeout(settings, Duration.ofMinutes(5)))
                        .startingAt(0)
                        .onRevoked(them -> released.future())
                        .join();
        eventually("all with the first", () -> first.held().equals(all));
        var second = member(settings).startingAt(0).join();
        eventually("a revocation", () -> !first.heard(Heard.Revoking.class).isEmpty());

        second.awaitPolls(10);
        assertThat(second.held()).isEmpty();

        released.complete();
        eventually("a share each", () -> first.held().size() == 2 && second.held().size() == 2);
        assertThat(union(first.held(), second.held())).isEqualTo(all);
    }

    @Test
    void nothingOfARevokedPartitionIsDeliveredAndTheNewOwnerGoesOn() {
        var first = member(settings).startingAt(0).join();
        eventually("all with the first", () -> first.held().equals(all));
        var produced = 0;
        for (; produced < 200; produced++) {
            produceEverywhere(produced);
        }
        eventually("records", () -> first.records().count() >= 100);
        var second = member(settings).startingAt(0).join();
        while (second.records().count() < 100) {
            produceEverywhere(produced++);
        }
        produceEverywhere(produced);
        var perPartition = produced + 1L;

        for (var partition : all) {
            var owner = first.held().contains(partition) ? first : second;
            eventually(
                    "all records of " + partition,
                    () -> offsets(owner, partition).size() == perPartition);
            assertThat(offsets(owner, partition))
                    .isEqualTo(
                            IntStream.range(0, (int) perPartition).asLongStream().boxed().toList());
        }
        assertNothingAfterRevocation(first);
    }

    @Test
    void aListenerThatNeverLetsGoIsWaitedForOnlySoLong() {
        var first =
                member(withRevokeTimeout(settings, Duration.ofMillis(200)))
                        .onRevoked(them -> Promise.<Void>promise().future())
                        .join();
        eventually("all with the first", () -> first.held().equals(all));

        var second = member(settings).join();

        eventually("a share each", () -> first.held().size() == 2 && second.held().size() == 2);
    }

    @Test
    void aListenerThatThrowsHoldsNobodyUp() {
        var first =
                member(withRevokeTimeout(settings, Duration.ofMinutes(5)))
                        .onRevoked(them -> {
                            throw new IllegalStateException("of the test");
                        })
                        .join();
        eventually("all with the first", () -> first.held().equals(all));

        var second = member(settings).join();

        eventually("a share each", () -> first.held().size() == 2 && second.held().size() == 2);
        assertThat(first.heard(Heard.Failed.class)).isEmpty();
    }

    @Test
    void aListenerThatNeedsTheSourceToLetGoIsNotDeadlocked() {
        var first = member(withRevokeTimeout(settings, Duration.ofMillis(500)));
        first.onRevoked(them -> first.source().start(Map.of())).join();
        eventually("all with the first", () -> first.held().equals(all));

        var second = member(settings).join();

        eventually("a share each", () -> first.held().size() == 2 && second.held().size() == 2);
    }

    @Test
    void whoClosesLeavesTheGroupAtOnce() {
        var first = member(settings).startingAt(0).join();
        var second = member(settings).startingAt(0).join();
        eventually("a share each", () -> first.held().size() == 2 && second.held().size() == 2);

        first.leave();

        eventually("all with the second", () -> second.held().equals(all));
        assertThat(first.heard(Heard.Lost.class)).isEmpty();
    }

    @Test
    void whoClosesWhileItsListenerHoldsOnLeavesAllTheSame() {
        var first =
                member(withRevokeTimeout(settings, Duration.ofMinutes(5)))
                        .onRevoked(them -> Promise.<Void>promise().future())
                        .join();
        eventually("all with the first", () -> first.held().equals(all));
        var second = member(settings).join();
        eventually("a revocation", () -> !first.heard(Heard.Revoking.class).isEmpty());

        first.leave();

        eventually("all with the second", () -> second.held().equals(all));
    }

    @Test
    void aMemberThatWasThrownOutIsToldOfItsLossAndComesBackShut() throws Exception {
        var first = member(settings).join();
        eventually("all assigned", () -> first.held().equals(all));
        first.start(Map.of(new Partition(topic, 0), 0L));
        produceEverywhere(0);
        eventually("a record", () -> first.records().count() == 1);

        log.admin()
                .removeMembersFromConsumerGroup(
                        settings.groupId(), new RemoveMembersFromConsumerGroupOptions())
                .all()
                .get();

        eventually("a loss", () -> !first.heard(Heard.Lost.class).isEmpty());
        eventually("all assigned again", () -> first.held().equals(all));
        produceEverywhere(1);
        first.awaitPolls(5);
        assertThat(first.heard(Heard.Revoking.class)).isEmpty();
        assertThat(first.records().count()).isEqualTo(1);
    }

    private Member member(Settings.Kafka settings) {
        var member = Member.of(vertx, settings);
        members.add(member);
        return member;
    }

    private void produceEverywhere(int value) {
        log.produce(
                topic,
                all.stream()
                        .map(it -> TestRecord.of(null, Integer.toString(value)).on(it.number()))
                        .toList());
    }

    private static List<Long> offsets(Member member, Partition partition) {
        return member.records()
                .filter(it -> it.partition().equals(partition))
                .map(SourceRecord::offset)
                .toList();
    }

    private static Set<Partition> union(Set<Partition> a, Set<Partition> b) {
        var union = new HashSet<>(a);
        union.addAll(b);
        return union;
    }

    private static void assertNothingAfterRevocation(Member member) {
        var held = new HashSet<Partition>();
        assertThat(member.heard(Heard.Revoking.class)).isNotEmpty();
        for (var heard : member.heard) {
            switch (heard) {
                case Heard.Assigned it -> held.addAll(it.partitions());
                case Heard.Revoking it -> held.removeAll(it.partitions());
                case Heard.Lost it -> held.removeAll(it.partitions());
                case Heard.Polled it ->
                        assertThat(held)
                                .containsAll(
                                        it.records().stream()
                                                .map(SourceRecord::partition)
                                                .collect(toSet()));
                case Heard.Failed it -> throw new AssertionError("a poll failed", it.failure());
            }
        }
    }
}
