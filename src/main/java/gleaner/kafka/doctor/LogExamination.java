package gleaner.kafka.doctor;

import gleaner.config.Settings;
import gleaner.doctor.Finding;
import gleaner.event.Partition;
import gleaner.kafka.Administration;
import gleaner.kafka.LogUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.AuthorizationException;

/** Everything that the brokers are asked. */
public final class LogExamination {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);
    private static final String CONNECTION = "kafka.connection";

    private LogExamination() {}

    /**
     * Connects and asks.
     *
     * @param maxRecordBytes what the worker takes
     * @param positions where the partitions stand that a worker had
     */
    public static List<Finding> of(
            Settings.Kafka settings, long maxRecordBytes, Map<Partition, Long> positions) {
        try {
            var admin = Administration.of(settings);
            try {
                return new ArrayList<>(look(admin, settings, maxRecordBytes, positions));
            } finally {
                admin.close(CLOSE_TIMEOUT);
            }
        } catch (LogUnavailable wrongProperties) {
            return List.of(
                    Finding.blocks(
                            CONNECTION,
                            String.valueOf(wrongProperties.getMessage()),
                            "Look at kafka.bootstrap-servers and kafka.properties."));
        }
    }

    private static List<Finding> look(
            Admin admin,
            Settings.Kafka settings,
            long maxRecordBytes,
            Map<Partition, Long> positions) {
        var findings = new ArrayList<Finding>();
        for (var check :
                List.of(
                        new BrokersCheck(),
                        new TopicsCheck(maxRecordBytes),
                        new LagCheck(positions),
                        new GroupCheck())) {
            try {
                findings.addAll(check.at(admin, settings));
            } catch (ExecutionException refused) {
                var why = cause(refused);
                findings.add(
                        why instanceof AuthorizationException ? forbidden(why) : unreachable(why));
                if (!(why instanceof AuthorizationException)) {
                    return findings;
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return findings;
            }
        }
        return findings;
    }

    private static Throwable cause(ExecutionException refused) {
        var cause = refused.getCause();
        var further = cause instanceof LogUnavailable ? cause.getCause() : null;
        return further != null ? further : cause != null ? cause : refused;
    }

    private static Finding forbidden(Throwable why) {
        return Finding.blocks(
                "kafka.rights",
                "the brokers refuse to tell: " + why.getMessage(),
                "Grant READ on the topics and on the group.");
    }

    private static Finding unreachable(Throwable why) {
        return Finding.blocks(
                CONNECTION,
                "the brokers do not answer: " + why.getMessage(),
                "Look at kafka.bootstrap-servers, and at security.protocol and the like in"
                        + " kafka.properties.");
    }
}
