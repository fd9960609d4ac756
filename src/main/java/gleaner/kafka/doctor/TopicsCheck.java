package gleaner.kafka.doctor;

import static java.util.Objects.requireNonNull;

import gleaner.config.Settings;
import gleaner.doctor.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Whether the topics are there and may be read, and what they keep for how long. */
final class TopicsCheck implements LogCheck {
    private static final String CHECK = "kafka.topic";

    /** What the broker counts beside the record itself: the frame of its batch. */
    private static final long FRAME_BYTES = 1_024;

    private final long maxRecordBytes;

    TopicsCheck(long maxRecordBytes) {
        this.maxRecordBytes = maxRecordBytes;
    }

    @Override
    public List<Finding> at(Admin admin, Settings.Kafka settings)
            throws ExecutionException, InterruptedException {
        var findings = new ArrayList<Finding>();
        for (var topic : settings.topics()) {
            try {
                findings.addAll(of(admin, topic));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                findings.add(
                        Finding.asks(
                                        CHECK,
                                        topic + " does not exist, or may not be seen",
                                        "Create it with the partitions that it is to have, or"
                                                + " correct kafka.topics.")
                                .will("Waits for it."));
            }
        }
        return findings;
    }

    private List<Finding> of(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        var description =
                requireNonNull(
                                admin.describeTopics(
                                                List.of(topic),
                                                new DescribeTopicsOptions()
                                                        .includeAuthorizedOperations(true))
                                        .topicNameValues()
                                        .get(topic))
                        .get();
        var findings = new ArrayList<Finding>();
        findings.add(Finding.fine(CHECK, described(description)));
        if (mayNotRead(description)) {
            findings.add(
                    Finding.blocks(CHECK, topic + " may not be read", "Grant READ on the topic."));
        }
        findings.addAll(kept(admin, topic));
        return findings;
    }

    /** What its configuration says, which this program may not be allowed to see. */
    private List<Finding> kept(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            return kept(
                    topic,
                    requireNonNull(admin.describeConfigs(List.of(resource)).values().get(resource))
                            .get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return List.of(
                        Finding.tells(
                                CHECK,
                                topic
                                        + ": how long it keeps what may not be seen"
                                        + " (DESCRIBE_CONFIGS on the topic)"));
            }
            throw e;
        }
    }

    private List<Finding> kept(String topic, Config config) {
        var findings = new ArrayList<Finding>();
        findings.add(Finding.fine(CHECK, topic + " keeps records " + howLong(config)));
        if (value(config, TopicConfig.CLEANUP_POLICY_CONFIG).contains("compact")) {
            findings.add(
                    Finding.asks(
                            CHECK,
                            topic + " is compacted: of each user only the last event stays",
                            "Set cleanup.policy=delete, before anything is lost."));
        }
        var largest = Long.parseLong(value(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG));
        if (largest > maxRecordBytes + FRAME_BYTES) {
            findings.add(
                    Finding.tells(
                                    CHECK,
                                    topic
                                            + " takes records of "
                                            + largest
                                            + " bytes, more than limits.record-bytes")
                            .will("Makes dead letters of larger ones."));
        }
        return findings;
    }

    /** Brokers without an authoriser name every operation, older ones none at all. */
    private static boolean mayNotRead(TopicDescription topic) {
        var allowed = topic.authorizedOperations();
        return allowed != null && !allowed.isEmpty() && !allowed.contains(AclOperation.READ);
    }

    private static String described(TopicDescription topic) {
        var replicas = topic.partitions().getFirst().replicas().size();
        var outOfSync =
                topic.partitions().stream()
                        .filter(p -> p.isr().size() < p.replicas().size())
                        .count();
        return topic.name()
                + ": "
                + topic.partitions().size()
                + " partitions, "
                + replicas
                + " replicas"
                + (outOfSync == 0 ? "" : " (" + outOfSync + " partitions out of sync)");
    }

    private static String howLong(Config config) {
        var millis = Long.parseLong(value(config, TopicConfig.RETENTION_MS_CONFIG));
        var bytes = Long.parseLong(value(config, TopicConfig.RETENTION_BYTES_CONFIG));
        return (millis < 0 ? "for ever" : "for " + Duration.ofMillis(millis).toHours() + " h")
                + (bytes < 0 ? "" : " and at most " + bytes + " bytes a partition");
    }

    private static String value(Config config, String name) {
        return config.get(name).value();
    }
}
