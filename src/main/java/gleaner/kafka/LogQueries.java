package gleaner.kafka;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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

/**
 * What can be asked of the brokers about topics and positions. Asking starts with work of the
 * calling thread; brokers that do not answer fail the future within {@code default.api.timeout.ms}.
 */
final class LogQueries {
    private static final long NEVER_COMMITTED = -1;

    private final Admin admin;
    private final String groupId;

    LogQueries(Admin admin, String groupId) {
        this.admin = admin;
        this.groupId = groupId;
    }

    CompletableFuture<Map<Partition, LogBounds>> bounds(Set<Partition> partitions) {
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

    /** The first offset whose record is of this time or later; the end where there is none. */
    CompletableFuture<Map<Partition, Long>> offsetsAt(long epochMillis, Set<Partition> partitions) {
        var kafkas = partitions.stream().map(Assignment::topicPartition).toList();
        var found = offsets(kafkas, OffsetSpec.forTimestamp(epochMillis));
        var ends = offsets(kafkas, OffsetSpec.latest());
        return found.thenCombine(
                ends,
                (offsets, end) -> {
                    var at = new HashMap<Partition, Long>();
                    offsets.forEach((kafkas2, info) ->
                            at.put(
                                    Assignment.partition(kafkas2),
                                    info.offset() < 0
                                            ? requireNonNull(end.get(kafkas2)).offset()
                                            : info.offset()));
                    return at;
                });
    }

    /** All partitions of those of these topics that exist. */
    CompletableFuture<List<Partition>> partitions(Collection<String> topics) {
        var answers = new ArrayList<CompletableFuture<Stream<Partition>>>();
        admin.describeTopics(topics)
                .topicNameValues()
                .forEach((topic, found) -> answers.add(answer(found).handle(numbered(topic))));
        return joined(answers);
    }

    /** Those of these topics that do not exist. */
    CompletableFuture<List<String>> missing(Collection<String> topics) {
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
        return joined(answers);
    }

    private static java.util.function.BiFunction<
                    @Nullable TopicDescription, @Nullable Throwable, Stream<Partition>>
            numbered(String topic) {
        return (description, failure) -> {
            if (description != null) {
                return IntStream.range(0, description.partitions().size())
                        .mapToObj(number -> new Partition(topic, number));
            }
            if (isUnknown(failure)) {
                return Stream.empty();
            }
            throw new java.util.concurrent.CompletionException(failure);
        };
    }

    private static <T> CompletableFuture<List<T>> joined(
            List<CompletableFuture<Stream<T>>> answers) {
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(all -> answers.stream().flatMap(CompletableFuture::join).toList());
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
