package gleaner.kafka;

import static java.util.Objects.requireNonNull;

import gleaner.config.Settings;
import gleaner.cycle.RecordSource;
import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of each of some partitions, and nothing behind it: for a replay that shall end. It
 * belongs to no consumer group, and leaves no trace at the brokers.
 *
 * <p>The consumer is touched on one thread, task after task in the order of the calls; all else
 * belongs to the event loop that opened it, but for {@link #isExhausted} and {@link #ends}.
 */
public final class StretchSource implements RecordSource {
    private static final String THREAD = "gleaner-stretch";

    private final Settings.Kafka settings;
    private final Map<Partition, LogBounds> stretches;
    private final WorkerExecutor thread;

    /** Counts up with every start, so that what was fetched before one is known as such. */
    private final Map<Partition, Long> starts = new HashMap<>();

    private final Map<Partition, Long> ends = new ConcurrentHashMap<>();
    private final Set<Partition> exhausted = ConcurrentHashMap.newKeySet();
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

    /**
     * A source that is not open yet.
     *
     * @param stretches from where to where; what stands behind the end does not exist to whoever
     *     reads
     */
    public StretchSource(
            Vertx vertx, Settings.Kafka settings, Map<Partition, LogBounds> stretches) {
        this.settings = settings;
        this.stretches = Map.copyOf(stretches);
        this.thread = vertx.createSharedWorkerExecutor(THREAD, 1);
    }

    /** Whether all has been handed over; from any thread. */
    public boolean isExhausted() {
        return exhausted.containsAll(stretches.keySet());
    }

    /** Behind the last record of each partition that held any; from any thread. */
    public Map<Partition, Long> ends() {
        return Map.copyOf(ends);
    }

    @Override
    public Future<Void> open(AssignmentListener listener) {
        return thread.executeBlocking(this::connect, true)
                .onSuccess(connected -> {
                    consumer = connected;
                    listener.assigned(stretches.keySet());
                })
                .mapEmpty();
    }

    private KafkaConsumer<byte[], byte[]> connect() throws ClientRefused {
        var properties = new ClientProperties(settings);
        try {
            var bytes = new ByteArrayDeserializer();
            var connected = new KafkaConsumer<>(properties.reader(), bytes, bytes);
            var all = kafkas(stretches.keySet());
            connected.assign(all);
            connected.pause(all);
            // Each has a place before it is started: there is no group that would know one.
            stretches.forEach((partition, stretch) ->
                    connected.seek(Assignment.topicPartition(partition), stretch.beginning()));
            return connected;
        } catch (KafkaException wrong) {
            throw new ClientRefused(wrong, properties.given());
        }
    }

    @Override
    public Future<List<SourceRecord>> poll() {
        var before = Map.copyOf(starts);
        return thread.executeBlocking(this::fetch, true)
                .map(fetched -> handOver(requireNonNull(fetched), before));
    }

    /** What a poll brought, and how far it is now. */
    private record Fetched(
            ConsumerRecords<byte[], byte[]> records, Map<Partition, Long> positions) {}

    private Fetched fetch() {
        var open = requireNonNull(consumer);
        var records = open.poll(settings.pollTimeout());
        var reading = new HashSet<>(open.assignment());
        reading.removeAll(open.paused());
        var positions = new HashMap<Partition, Long>();
        for (var kafkas : reading) {
            positions.put(Assignment.partition(kafkas), open.position(kafkas));
        }
        return new Fetched(records, positions);
    }

    private List<SourceRecord> handOver(Fetched fetched, Map<Partition, Long> before) {
        var records = new ArrayList<SourceRecord>();
        for (var kafkas : fetched.records().partitions()) {
            var partition = Assignment.partition(kafkas);
            if (isCurrent(partition, before)) {
                for (var record : fetched.records().records(kafkas)) {
                    if (record.offset() < end(partition)) {
                        records.add(KafkaRecords.sourceRecord(partition, record));
                        ends.merge(partition, record.offset() + 1, Math::max);
                    }
                }
            }
        }
        fetched.positions()
                .forEach((partition, position) -> {
                    if (isCurrent(partition, before) && position >= end(partition)) {
                        exhausted.add(partition);
                        pause(Set.of(partition));
                    }
                });
        return records;
    }

    private boolean isCurrent(Partition partition, Map<Partition, Long> before) {
        return starts.getOrDefault(partition, 0L).equals(before.getOrDefault(partition, 0L));
    }

    private long end(Partition partition) {
        return requireNonNull(stretches.get(partition)).end();
    }

    @Override
    public Future<Map<Partition, LogBounds>> bounds(Set<Partition> partitions) {
        var known = new HashMap<>(stretches);
        known.keySet().retainAll(partitions);
        return Future.succeededFuture(known);
    }

    @Override
    public Future<Void> start(Map<Partition, Long> offsets) {
        for (var partition : offsets.keySet()) {
            starts.merge(partition, 1L, Long::sum);
            exhausted.remove(partition);
        }
        return run(open ->
                offsets.forEach((partition, offset) -> {
                    var kafkas = Assignment.topicPartition(partition);
                    open.seek(kafkas, offset);
                    open.resume(List.of(kafkas));
                }));
    }

    @Override
    public void pause(Set<Partition> partitions) {
        run(open -> open.pause(kafkas(partitions)));
    }

    @Override
    public void resume(Set<Partition> partitions) {
        var rest = new HashSet<>(partitions);
        rest.removeAll(exhausted);
        run(open -> open.resume(kafkas(rest)));
    }

    /** Nobody's lag is any different. */
    @Override
    public void report(Map<Partition, Long> positions) {}

    @Override
    public Future<Void> close() {
        return run(open -> open.close(CloseOptions.timeout(KafkaRecordSource.CLOSE_TIMEOUT)))
                .eventually(thread::close);
    }

    private Future<Void> run(Consumer<KafkaConsumer<byte[], byte[]>> task) {
        return thread.executeBlocking(
                        () -> {
                            var open = consumer;
                            if (open != null) {
                                task.accept(open);
                            }
                            return open != null;
                        },
                        true)
                .mapEmpty();
    }

    private static List<TopicPartition> kafkas(Set<Partition> partitions) {
        return partitions.stream().map(Assignment::topicPartition).toList();
    }
}
