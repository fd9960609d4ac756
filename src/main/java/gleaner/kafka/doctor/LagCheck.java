package gleaner.kafka.doctor;

import gleaner.config.Settings;
import gleaner.cycle.RecordSource.LogBounds;
import gleaner.doctor.Finding;
import gleaner.event.Partition;
import gleaner.kafka.KafkaLog;
import gleaner.kafka.LogUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** How much there is to read, from where a worker stood last. */
final class LagCheck implements LogCheck {
    private static final String CHECK = "kafka.lag";

    private final Map<Partition, Long> positions;

    LagCheck(Map<Partition, Long> positions) {
        this.positions = positions;
    }

    @Override
    public List<Finding> at(Admin admin, Settings.Kafka settings) throws ExecutionException {
        try (var log = KafkaLog.open(settings)) {
            return of(log.bounds());
        } catch (LogUnavailable away) {
            throw new ExecutionException(away);
        }
    }

    private List<Finding> of(Map<Partition, LogBounds> log) {
        var findings = new ArrayList<Finding>();
        var outside =
                log.entrySet().stream()
                        .filter(it -> isOutside(it.getKey(), it.getValue()))
                        .map(it -> it.getKey().toString())
                        .toList();
        if (!outside.isEmpty()) {
            findings.add(
                    Finding.asks(
                                    CHECK,
                                    "partitions whose position the log does not hold",
                                    "gleaner partitions shows them; decide where each goes on:"
                                            + " gleaner partitions unpark --at ...")
                            .of(outside.size(), outside)
                            .will("Parks them."));
        }
        var lag =
                log.entrySet().stream()
                        .mapToLong(it -> Math.max(0, it.getValue().end() - position(it)))
                        .sum();
        findings.add(Finding.fine(CHECK, lag + " records to read"));
        return findings;
    }

    private boolean isOutside(Partition partition, LogBounds log) {
        var position = positions.get(partition);
        return position != null && (position < log.beginning() || position > log.end());
    }

    private long position(Map.Entry<Partition, LogBounds> partition) {
        return positions.getOrDefault(partition.getKey(), partition.getValue().beginning());
    }
}
