package gleaner.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import gleaner.servers.TestRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs in which offsets are missing by nature. */
@RealServers
final class OffsetGapsIT {

    /**
     * Each transaction ends with a record that nobody is shown, and what is aborted is never shown.
     */
    @Test
    void whatWasAbortedIsNotAppliedAndAllElseIs(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var rounds = Size.of(40, 1_000);
        try (var trial = Trial.of("offset gaps: transactions", 2, log, database, folder);
                var producer = transactional(log)) {
            var workload = trial.workload(Mix.EVERYTHING);
            var random = trial.seed().random("transactions");
            var worker = trial.workers().start();
            for (var round = 0; round < rounds; round++) {
                producer.beginTransaction();
                if (random.nextInt(3) == 0) {
                    send(
                            producer,
                            trial.topic(),
                            List.of(workload.saying("I love aborted things")));
                    producer.abortTransaction();
                } else {
                    var events = workload.next(random.nextInt(1, 30));
                    var places = send(producer, trial.topic(), events);
                    producer.commitTransaction();
                    trial.stand(records(events), events, places);
                }
                if (round == rounds / 2) {
                    trial.until(worker::isAtWork, "at work");
                    assertThat(worker.terminate()).as(worker.lastWords()).isZero();
                    worker = trial.workers().start();
                }
            }
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(rounds);
        }
    }

    /** The position lies in the middle of what is compacted away while the worker is down. */
    @Test
    void whatWasCompactedAwayIsPassedOver(TestLog log, TestDatabase database, @TempDir Path folder)
            throws Exception {
        var events = Size.of(300, 5_000);
        compactEagerly(log);
        var topic = "compacted-" + UUID.randomUUID();
        log.create(
                topic,
                1,
                Map.of(
                        "cleanup.policy", "compact",
                        "segment.ms", "100",
                        "min.cleanable.dirty.ratio", "0.001"));
        try (var trial = Trial.of("offset gaps: compaction", log, topic, database, folder)) {
            var workload = trial.workload(Mix.EVERYTHING.withoutAnswers());
            var random = trial.seed().random("fillers");
            while (trial.deliveries().size() < events) {
                trial.produceRecords(fillers(random.nextInt(1, 20)));
                trial.produce(workload.next(10), OffsetGapsIT::kept);
            }
            var first = trial.workers().start();
            trial.untilApplied(events / 3);
            assertThat(first.terminate()).as(first.lastWords()).isZero();

            var held = untilCompacted(trial);
            trial.gone(record -> !held.contains(record.offset()));
            trial.harmed();
            var second = trial.workers().start();
            trial.untilAllApplied();
            assertThat(second.terminate()).as(second.lastWords()).isZero();
            trial.verify(1);
        }
    }

    private static KafkaProducer<byte[], byte[]> transactional(TestLog log) {
        var producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                (Object) log.bootstrapServers(),
                                "transactional.id",
                                "faults-" + UUID.randomUUID()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private static List<RecordMetadata> send(
            KafkaProducer<byte[], byte[]> producer, String topic, List<WorkloadEvent> events)
            throws Exception {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var event : events) {
            sent.add(
                    producer.send(
                            new ProducerRecord<>(
                                    topic,
                                    event.user().getBytes(StandardCharsets.UTF_8),
                                    event.json().getBytes(StandardCharsets.UTF_8))));
        }
        producer.flush();
        var places = new ArrayList<RecordMetadata>();
        for (var each : sent) {
            places.add(each.get(30, SECONDS));
        }
        return places;
    }

    private static List<TestRecord> records(List<WorkloadEvent> events) {
        return events.stream().map(WorkloadEvent::toRecord).toList();
    }

    /** All of one key, so that only the last survives. */
    private static List<TestRecord> fillers(int count) {
        var fillers = new ArrayList<TestRecord>();
        for (var n = 0; n < count; n++) {
            fillers.add(TestRecord.of("filler", "{\"type\": \"typing\", \"user_id\": \"u\"}"));
        }
        return fillers;
    }

    /** Of a key that nothing else has, so that it survives. */
    private static TestRecord kept(TestRecord record) {
        return new TestRecord(UUID.randomUUID().toString(), record.value(), record.headers(), 0);
    }

    private static void compactEagerly(TestLog log) throws Exception {
        var brokers = new ConfigResource(ConfigResource.Type.BROKER, "");
        var often =
                new AlterConfigOp(
                        new ConfigEntry("log.cleaner.backoff.ms", "200"), AlterConfigOp.OpType.SET);
        log.admin().incrementalAlterConfigs(Map.of(brokers, List.of(often))).all().get(30, SECONDS);
    }

    /** The offsets that the log holds in the end; the newest segment is never compacted. */
    private static Set<Long> untilCompacted(Trial trial) throws Exception {
        trial.produceRecords(fillers(1));
        var all = new HashSet<Long>();
        trial.until(
                () -> {
                    all.clear();
                    all.addAll(offsets(trial));
                    return all.size() < trial.deliveries().size() * 9 / 10;
                },
                "compacted");
        return all;
    }

    private static Set<Long> offsets(Trial trial) {
        var offsets = new HashSet<Long>();
        var partition = new TopicPartition(trial.topic(), 0);
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", (Object) trial.log().bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> offsets.add(record.offset()));
            }
        }
        return offsets;
    }
}
