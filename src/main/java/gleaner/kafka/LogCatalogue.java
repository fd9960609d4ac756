package gleaner.kafka;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the brokers say about topics and positions. Not asked through the consumer: its thread would
 * wait for the answer. Brokers that do not answer fail the future within {@code
 * default.api.timeout.ms}.
 */
final class LogCatalogue {
    private static final Logger log = LoggerFactory.getLogger(LogCatalogue.class);
    private static final long NEVER_COMMITTED = -1;

    private final Context eventLoop;
    private final Admin admin;
    private final String groupId;

    LogCatalogue(Context eventLoop, Admin admin, String groupId) {
        this.eventLoop = eventLoop;
        this.admin = admin;
        this.groupId = groupId;
    }

    Future<Map<Partition, LogBounds>> bounds(Set<Partition> partitions) {
        var asked = Set.copyOf(partitions);
        return offEventLoop(() -> askBounds(asked));
    }

    /** Says once which topics do not exist; the subscription follows when they do. */
    void reportMissing(Collection<String> topics) {
        offEventLoop(() -> askMissing(topics))
                .onSuccess(missing ->
                        missing.forEach(topic ->
                                log.atWarn()
                                        .addKeyValue("topic", topic)
                                        .log("The topic does not exist; waiting for it")))
                .onFailure(e -> log.debug("The topics could not be looked up", e));
    }

    /** Asking starts with work of the calling thread: metadata, and classes at the first time. */
    private <T extends @Nullable Object> Future<T> offEventLoop(
            Callable<CompletableFuture<T>> question) {
        return eventLoop
                .executeBlocking(question, false)
                .compose(answer -> Future.fromCompletionStage(answer, eventLoop))
                .recover(e ->
                        Future.failedFuture(
                                e instanceof CompletionException && e.getCause() != null
                                        ? e.getCause()
                                        : e));
    }

    private CompletableFuture<Map<Partition, LogBounds>> askBounds(Set<Partition> partitions) {
        var kafkas = partitions.stream().map(Assignment::topicPartition).toList();
        var topics = partitions.stream().map(Partition::topic).collect(toUnmodifiableSet());
        var descriptions = answer(admin.describeTopics(topics).allTopicNames());
        var beginnings = offsets(kafkas, OffsetSpec.earliest());
        var ends = offsets(kafkas, OffsetSpec.latest());
        var committed = committed(kafkas);
        return CompletableFuture.allOf(descriptions, beginnings, ends, committed)
                .thenApply(all ->
                        new Answers(
                                        descriptions.join(),
                                        beginnings.join(),
                                        ends.join(),
                                        committed.join())
                                .of(partitions));
    }

    /** The end is the one that we can reach: behind it stand transactions that are still open. */
    private CompletableFuture<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
            List<TopicPartition> partitions, OffsetSpec which) {
        var wanted = partitions.stream().collect(toMap(it -> it, it -> which));
        var readable = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        return answer(admin.listOffsets(wanted, readable).all());
    }

    private CompletableFuture<Map<TopicPartition, OffsetAndMetadata>> committed(
            List<TopicPartition> partitions) {
        var wanted = new ListConsumerGroupOffsetsSpec().topicPartitions(partitions);
        return answer(
                admin.listConsumerGroupOffsets(Map.of(groupId, wanted))
                        .partitionsToOffsetAndMetadata(groupId));
    }

    private static <T> CompletableFuture<T> answer(KafkaFuture<T> future) {
        return future.toCompletionStage().toCompletableFuture();
    }

    private CompletableFuture<List<String>> askMissing(Collection<String> topics) {
        var answers = new ArrayList<CompletableFuture<Stream<String>>>();
        admin.describeTopics(topics)
                .topicNameValues()
                .forEach((topic, found) ->
                        answers.add(
                                answer(found)
                                        .handle((it, failure) ->
                                                isUnknown(failure)
                                                        ? Stream.of(topic)
                                                        : Stream.empty())));
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(all -> answers.stream().flatMap(CompletableFuture::join).toList());
    }

    private static boolean isUnknown(@Nullable Throwable failure) {
        return failure instanceof UnknownTopicOrPartitionException;
    }

    /** Kafka answers for every partition asked for, or fails. */
    private record Answers(
            Map<String, TopicDescription> topics,
            Map<TopicPartition, ListOffsetsResultInfo> beginnings,
            Map<TopicPartition, ListOffsetsResultInfo> ends,
            Map<TopicPartition, OffsetAndMetadata> committed) {

        Map<Partition, LogBounds> of(Set<Partition> partitions) {
            var bounds = new HashMap<Partition, LogBounds>();
            partitions.forEach(it -> bounds.put(it, of(it)));
            return bounds;
        }

        private LogBounds of(Partition partition) {
            var kafkas = Assignment.topicPartition(partition);
            var position = committed.get(kafkas);
            return new LogBounds(
                    requireNonNull(topics.get(partition.topic())).topicId().toString(),
                    requireNonNull(beginnings.get(kafkas)).offset(),
                    requireNonNull(ends.get(kafkas)).offset(),
                    position == null ? NEVER_COMMITTED : position.offset());
        }
    }
}
