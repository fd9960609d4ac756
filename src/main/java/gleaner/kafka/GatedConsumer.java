package gleaner.kafka;

import static java.util.stream.Collectors.toUnmodifiableSet;

import gleaner.event.Partition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The consumer that vertx-kafka-client drives: a newly assigned partition is shut, until it is
 * opened at an offset.
 *
 * <p>The stream tells of rebalances on the event loop, when Kafka's callback has long returned, and
 * knows no loss. So its listener is left out here, and ours is called on the poll thread, within
 * {@code poll}. Everything but {@link #enqueue} and {@code wakeup} runs on that one thread, hence
 * no locks.
 */
final class GatedConsumer extends DelegatingConsumer {
    /**
     * A shut partition needs some position, or poll would look for Kafka's own committed offset and
     * throw where there is none. It is paused, so nothing is ever fetched there.
     */
    private static final long PLACEHOLDER = 0;

    private final Rebalances rebalances;
    private final Duration closeTimeout;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Map<TopicPartition, Long> generations = new HashMap<>();
    private long latestGeneration;

    GatedConsumer(Consumer<byte[], byte[]> delegate, Rebalances rebalances, Duration closeTimeout) {
        super(delegate);
        this.rebalances = rebalances;
        this.closeTimeout = closeTimeout;
    }

    /** Any thread: the next {@code resume} of nothing runs it. */
    void enqueue(Runnable task) {
        tasks.add(task);
    }

    /**
     * The stream offers no way to run a task of ours between two polls. Its {@code resume} is one:
     * it calls this on the poll thread, and its future is the task's outcome.
     */
    @Override
    public void resume(Collection<TopicPartition> partitions) {
        var task = tasks.poll();
        if (task != null) {
            task.run();
        }
        super.resume(partitions);
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener streams) {
        super.subscribe(topics, new Gatekeeper());
    }

    /**
     * Fails at most once for a position that the log does not have: the partition is shut then.
     *
     * <p>The stream would swallow an {@link Error}, and the poll would never end.
     */
    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        try {
            return super.poll(timeout);
        } catch (InvalidOffsetException e) {
            shut(e.partitions());
            throw e;
        } catch (Error e) {
            throw new KafkaException("poll failed", e);
        }
    }

    /** The stream's own close would give the broker half a minute. */
    @Override
    public void close() {
        super.close(CloseOptions.timeout(closeTimeout));
    }

    /** Seeks, and fetches from there on. */
    void open(List<Opening> openings) {
        for (var opening : openings) {
            if (isCurrent(opening.assignment())) {
                var partition = opening.assignment().topicPartition();
                super.seek(partition, opening.offset());
                super.resume(List.of(partition));
            }
        }
    }

    void pauseAssigned(List<Assignment> assignments) {
        super.pause(current(assignments));
    }

    void resumeAssigned(List<Assignment> assignments) {
        super.resume(current(assignments));
    }

    /** Tells Kafka; the callback comes on this thread, possibly within a later poll. */
    void commit(Map<Assignment, Long> positions, OffsetCommitCallback callback) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        positions.forEach((assignment, position) -> {
            if (isCurrent(assignment)) {
                offsets.put(assignment.topicPartition(), new OffsetAndMetadata(position));
            }
        });
        super.commitAsync(offsets, callback);
    }

    private List<TopicPartition> current(List<Assignment> assignments) {
        return assignments.stream()
                .filter(this::isCurrent)
                .map(Assignment::topicPartition)
                .toList();
    }

    private boolean isCurrent(Assignment assignment) {
        var generation = generations.get(assignment.topicPartition());
        return generation != null && generation == assignment.generation();
    }

    private void shut(Collection<TopicPartition> partitions) {
        super.pause(partitions);
        partitions.forEach(it -> super.seek(it, PLACEHOLDER));
    }

    private static Set<Partition> partitions(Collection<TopicPartition> kafkas) {
        return kafkas.stream().map(Assignment::partition).collect(toUnmodifiableSet());
    }

    /** Kafka calls it for nothing too, at the end of each rebalance. */
    private final class Gatekeeper implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (partitions.isEmpty()) {
                return;
            }
            shut(partitions);
            var assignments = new ArrayList<Assignment>();
            for (var partition : partitions) {
                generations.put(partition, ++latestGeneration);
                assignments.add(new Assignment(Assignment.partition(partition), latestGeneration));
            }
            rebalances.assigned(assignments);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                rebalances.revoked(partitions(partitions));
                generations.keySet().removeAll(partitions);
            }
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                generations.keySet().removeAll(partitions);
                rebalances.lost(partitions(partitions));
            }
        }
    }
}
