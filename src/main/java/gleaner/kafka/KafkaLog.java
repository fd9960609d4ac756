package gleaner.kafka;

import gleaner.config.Settings;
import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * The log as commands see it: how far it reaches, outside of any consumer group. Blocks its caller,
 * for at most the client's own limits.
 */
public final class KafkaLog implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);

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
        try {
            return new KafkaLog(settings, Admin.create(new ClientProperties(settings).admin()));
        } catch (KafkaException wrongProperties) {
            throw new LogUnavailable(wrongProperties);
        }
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
