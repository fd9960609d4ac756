package gleaner.kafka.doctor;

import gleaner.config.Settings;
import gleaner.doctor.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureMetadata;

/** Which cluster answers, and whether others can listen on the way. */
final class BrokersCheck implements LogCheck {
    private static final String SECURITY = "security.protocol";
    private static final String METADATA_VERSION = "metadata.version";

    @Override
    public List<Finding> at(Admin admin, Settings.Kafka settings)
            throws ExecutionException, InterruptedException {
        var cluster = admin.describeCluster();
        var findings = new ArrayList<Finding>();
        findings.add(
                Finding.fine(
                        "kafka.brokers",
                        "cluster "
                                + cluster.clusterId().get()
                                + " with "
                                + cluster.nodes().get().size()
                                + " brokers, "
                                + version(admin.describeFeatures().featureMetadata().get())));
        var protocol = settings.properties().getOrDefault(SECURITY, "PLAINTEXT");
        findings.add(
                protocol.endsWith("PLAINTEXT")
                        ? Finding.tells("kafka.tls", protocol + ": events travel unencrypted")
                        : Finding.fine("kafka.tls", protocol));
        return findings;
    }

    /** Clusters with ZooKeeper have no such level. */
    private static String version(FeatureMetadata features) {
        return Optional.ofNullable(features.finalizedFeatures().get(METADATA_VERSION))
                .map(level -> METADATA_VERSION + " " + level.maxVersionLevel())
                .orElse("without " + METADATA_VERSION);
    }
}
