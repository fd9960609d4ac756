package gleaner.kafka;

import static gleaner.kafka.Eventually.eventually;
import static gleaner.kafka.SourceSettings.withPollTimeout;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.MILLIS;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.config.Settings;
import gleaner.cycle.PositionLost;
import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import gleaner.servers.RealServers;
import gleaner.servers.TestLog;
import gleaner.servers.TestRecord;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealServers
class KafkaRecordSourceIT {
    private final Vertx vertx = Vertx.vertx();
    private final List<Member> members = new ArrayList<>();
    private final Instant started = Instant.now().truncatedTo(MILLIS);
    private TestLog log;

    @BeforeEach
    void connect(TestLog log) {
        this.log = log;
    }

    @AfterEach
    void leave() {
        members.forEach(Member::leave);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void nothingIsFetchedBeforeTheStart() {
        var topic = log.topic(1);
        produce(topic, 0, "a", "b");
        var member = join(settings(topic));
        var partition = awaitAssigned(member, topic, 1).iterator().next();

        member.awaitPolls(5);
        member.resume(Set.of(partition));
        member.awaitPolls(5);

        assertThat(member.values()).isEmpty();
        assertThat(member.heard(Heard.Failed.class)).isEmpty();
    }

    @Test
    void fetchingStartsAtTheOffsetNamed() {
        var topic = log.topic(1);
        produce(topic, 0, "a", "b", "c", "d");
        var member = join(settings(topic));
        var partition = awaitAssigned(member, topic, 1).iterator().next();

        member.start(Map.of(partition, 2L));

        eventually("two records", () -> member.records().count() == 2);
        assertThat(member.values()).containsExactly("c", "d");
        assertThat(member.records().map(SourceRecord::offset)).containsExactly(2L, 3L);
    }

    @Test
    void aPartitionStartedAtItsEndBringsWhatIsAppendedLater() {
        var topic = log.topic(1);
        produce(topic, 0, "a", "b");
        var member = join(settings(topic));
        var partition = awaitAssigned(member, topic, 1).iterator().next();

        member.start(Map.of(partition, 2L));
        member.awaitPolls(3);
        produce(topic, 0, "c");

        eventually("one record", () -> member.records().count() == 1);
        assertThat(member.values()).containsExactly("c");
    }

    @Test
    void aSecondStartReadsTheSameRecordsAgain() {
        var topic = log.topic(1);
        produce(topic, 0, "a", "b", "c");
        var member = join(settings(topic));
        var partition = awaitAssigned(member, topic, 1).iterator().next();
        member.start(Map.of(partition, 0L));
        eventually("three records", () -> member.records().count() == 3);

        member.start(Map.of(partition, 1L));

        eventually("two records more", () -> member.records().count() == 5);
        assertThat(member.values()).containsExactly("a", "b", "c", "b", "c");
    }

    @Test
    void whatIsNotAssignedIsPassedOverByTheStart() {
        var topic = log.topic(1);
        produce(topic, 0, "a");
        var member = join(settings(topic));
        var partition = awaitAssigned(member, topic, 1).iterator().next();

        member.start(Map.of(partition, 0L, new Partition(topic, 7), 0L));

        eventually("one record", () -> member.records().count() == 1);
    }

    @Test
    void aPausedPartitionWaitsWhileTheOtherGoesOn() {
        var topic = log.topic(2);
        var member = join(settings(topic));
        var partitions = awaitAssigned(member, topic, 2);
        member.start(Map.of(new Partition(topic, 0), 0L, new Partition(topic, 1), 0L));

        member.pause(Set.of(new Partition(topic, 0)));
        member.awaitPolls(2); // the one in flight may have been sooner
        produce(topic, 0, "a");
        produce(topic, 1, "b");
        eventually("the other's record", () -> !member.values().isEmpty());
        member.awaitPolls(5);
        assertThat(member.values()).containsExactly("b");

        member.resume(partitions);
        eventually("both records", () -> member.records().count() == 2);
        assertThat(member.values()).containsExactly("b", "a");
    }

    @Test
    void aStartEndsAPause() {
        var topic = log.topic(1);
        produce(topic, 0, "a");
        var member = join(settings(topic));
        var partitions = awaitAssigned(member, topic, 1);
        member.start(Map.of(new Partition(topic, 0), 0L));
        eventually("the record", () -> member.records().count() == 1);

        member.pause(partitions);
        member.start(Map.of(new Partition(topic, 0), 0L));

        eventually("the record again", () -> member.records().count() == 2);
    }

    @Test
    void whatIsReportedRightBeforeTheCloseReachesKafka() throws Exception {
        var topic = log.topic(1);
        produce(topic, 0, "a", "b", "c");
        var settings = settings(topic);
        var member = join(settings);
        var partition = awaitAssigned(member, topic, 1).iterator().next();

        member.report(Map.of(partition, 1L));
        member.report(Map.of(partition, 2L));
        member.report(Map.of(partition, 3L));
        member.leave();

        assertThat(
                        log.admin()
                                .listConsumerGroupOffsets(settings.groupId())
                                .partitionsToOffsetAndMetadata()
                                .get())
                .isEqualTo(Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(3)));
    }

    @Test
    void recordsArriveAsTheyStandInTheLog() {
        var topic = log.topic(1);
        var headers = Map.of("ce_id", "7".getBytes(UTF_8));
        log.produce(
                topic,
                List.of(
                        new TestRecord("user", null, headers, 0),
                        new TestRecord(null, "{}".getBytes(UTF_8), Map.of(), 0)));
        var member = join(settings(topic)).startingAt(0);

        eventually("two records", () -> member.records().count() == 2);

        var records = member.records().toList();
        assertThat(records.getFirst().key()).asString(UTF_8).isEqualTo("user");
        assertThat(records.getFirst().value()).isNull();
        assertThat(records.getFirst().headers()).containsOnlyKeys("ce_id");
        assertThat(records.getFirst().headers().get("ce_id")).asString(UTF_8).isEqualTo("7");
        assertThat(records.getLast().key()).isNull();
        assertThat(records.getLast().value()).asString(UTF_8).isEqualTo("{}");
        assertThat(records.getLast().appendedAt()).isBetween(started, Instant.now());
    }

    @Test
    void recordsOfAnAbortedTransactionAreNeverRead() throws Exception {
        var topic = log.topic(1);
        Map<String, Object> transactional =
                Map.of("bootstrap.servers", log.bootstrapServers(), "transactional.id", topic);
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(transactional, bytes, bytes)) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "aborted".getBytes(UTF_8))).get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "committed".getBytes(UTF_8))).get();
            producer.commitTransaction();
        }

        var member = join(settings(topic)).startingAt(0);

        eventually("a record", () -> member.records().count() == 1);
        assertThat(member.values()).containsExactly("committed");
    }

    @Test
    void boundsTellTheReadableStretchTheTopicAndTheGroupsOffset() throws Exception {
        var topic = log.topic(1);
        produce(topic, 0, "a", "b", "c", "d");
        log.admin()
                .deleteRecords(
                        Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(1)))
                .all()
                .get();
        var member = join(settings(topic));
        var partition = awaitAssigned(member, topic, 1).iterator().next();
        var topicId =
                log.admin()
                        .describeTopics(List.of(topic))
                        .allTopicNames()
                        .get()
                        .values()
                        .iterator()
                        .next()
                        .topicId()
                        .toString();

        assertThat(member.bounds(Set.of(partition)))
                .isEqualTo(Map.of(partition, new LogBounds(topicId, 1, 4, -1)));

        member.report(Map.of(partition, 2L));
        member.report(Map.of(partition, 3L));
        var reported = Map.of(partition, new LogBounds(topicId, 1, 4, 3));
        eventually("the last report", () -> member.bounds(Set.of(partition)).equals(reported));
    }

    @Test
    void boundsOfAnUnknownTopicFail() {
        var topic = log.topic(1);
        var member = join(settings(topic));

        assertThatThrownBy(() -> member.bounds(Set.of(new Partition("absent", 0))))
                .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }

    @Test
    void aPositionThatIsGoneIsToldOnceAndTheOthersGoOn() throws Exception {
        var topic = log.topic(2);
        produce(topic, 0, "a", "b", "c");
        produce(topic, 1, "d");
        log.admin()
                .deleteRecords(
                        Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(2)))
                .all()
                .get();
        var member = join(settings(topic)).startingAt(0);
        var gone = new Partition(topic, 0);

        eventually("a failure", () -> !member.heard(Heard.Failed.class).isEmpty());
        eventually("the other's record", () -> member.values().contains("d"));
        member.awaitPolls(10);

        assertThat(member.heard(Heard.Failed.class)).hasSize(1);
        assertThat(member.heard(Heard.Failed.class).getFirst().failure())
                .isInstanceOfSatisfying(
                        PositionLost.class,
                        it -> assertThat(it.partitions()).containsExactly(gone));

        member.start(Map.of(gone, 2L));
        eventually("the record that is left", () -> member.values().contains("c"));
    }

    @Test
    void aTopicThatIsMissingIsReadOnceItExists() {
        var topic = "late-" + UUID.randomUUID();
        var member = join(settings(topic)).startingAt(0);
        member.awaitPolls(10);
        assertThat(member.heard).isEmpty();

        log.create(topic, 1, Map.of());
        produce(topic, 0, "a");

        eventually("the record", () -> member.values().equals(List.of("a")));
    }

    @Test
    void aSecondPollWhileOneIsInFlightIsRefused() {
        var member = join(settings(log.topic(1)));

        assertThatThrownBy(() -> member.call(member.source()::poll))
                .hasRootCauseMessage("a poll is in flight already");
    }

    @Test
    void aPollInFlightEndsWithTheClose() {
        var topic = log.topic(1);
        var member = join(withPollTimeout(settings(topic), Duration.ofMinutes(5)));
        eventually("assigned", () -> !member.held().isEmpty());

        member.leave();

        eventually("the poll's end", () -> member.polls.get() == 1);
        assertThatThrownBy(() -> member.call(member.source()::poll))
                .hasRootCauseMessage("the record source is not open");
    }

    private Settings.Kafka settings(String topic) {
        return SourceSettings.of(log.bootstrapServers(), topic);
    }

    private Set<Partition> awaitAssigned(Member member, String topic, int partitions) {
        var all =
                IntStream.range(0, partitions)
                        .mapToObj(it -> new Partition(topic, it))
                        .collect(toSet());
        eventually(all + " assigned", () -> member.held().equals(all));
        return all;
    }

    private Member join(Settings.Kafka settings) {
        var member = Member.of(vertx, settings);
        members.add(member);
        return member.join();
    }

    private void produce(String topic, int partition, String... values) {
        log.produce(
                topic, Stream.of(values).map(it -> TestRecord.of(null, it).on(partition)).toList());
    }
}
