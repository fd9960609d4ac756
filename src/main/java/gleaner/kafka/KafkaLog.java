package gleaner.kafka;

import gleaner.config.Settings;
import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The log as commands see it: how far it reaches, outside of any consumer group. Blocks its caller,
 * for at most the client's own limits.
 */
public final class KafkaLog implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);

    /** How long a broker may take to bring a record that it says it has. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Settings.Kafka settings;
    private final Admin admin;
    private final LogQueries queries;

    private KafkaLog(Settings.Kafka settings, Admin admin) {
        this.settings = settings;
        this.admin = admin;
        this.queries = new LogQueries(admin, settings.groupId());
    }

    /** Connects in the background. */
    public static KafkaLog open(Settings.Kafka settings) throws LogUnavailable {
        return new KafkaLog(settings, Administration.of(settings));
    }

    /** How far each partition reaches, of those of the topics in the settings that exist. */
    public Map<Partition, LogBounds> bounds() throws LogUnavailable {
        var partitions = new TreeSet<>(answer(queries.partitions(settings.topics())));
        return partitions.isEmpty() ? Map.of() : new TreeMap<>(answer(queries.bounds(partitions)));
    }

    /** The first offset whose record is of this time or later; the end where there is none. */
    public Map<Partition, Long> offsetsAt(Instant time, Set<Partition> partitions)
            throws LogUnavailable {
        return new TreeMap<>(answer(queries.offsetsAt(time.toEpochMilli(), partitions)));
    }

    /**
     * Hands over the records of a stretch, in order.
     *
     * @param from first offset; the log must hold it, or end there
     * @param to behind the last
     */
    public void read(Partition partition, long from, long to, Consumer<SourceRecord> taker)
            throws LogUnavailable {
        var kafkas = Assignment.topicPartition(partition);
        var bytes = new ByteArrayDeserializer();
        try (var consumer =
                new KafkaConsumer<>(new ClientProperties(settings).reader(), bytes, bytes)) {
            consumer.assign(List.of(kafkas));
            consumer.seek(kafkas, from);
            var patience = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.position(kafkas) < to) {
                var polled = consumer.poll(settings.pollTimeout());
                for (var record : polled) {
                    if (record.offset() < to) {
                        taker.accept(KafkaRecords.sourceRecord(partition, record));
                    }
                }
                if (!polled.isEmpty()) {
                    patience = System.nanoTime() + PATIENCE.toNanos();
                } else if (System.nanoTime() > patience) {
                    throw new LogUnavailable("no record of " + partition + " for " + PATIENCE);
                }
            }
        } catch (KafkaException failure) {
            throw new LogUnavailable(failure);
        }
    }

    private static <T> T answer(CompletableFuture<T> question) throws LogUnavailable {
        try {
            return question.join();
        } catch (CompletionException failed) {
            throw new LogUnavailable(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    @Override
    public void close() {
        admin.close(CLOSE_TIMEOUT);
    }
}
