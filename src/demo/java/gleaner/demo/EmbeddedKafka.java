package gleaner.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker inside this process: one node, its own controller, data in a folder. */
public final class EmbeddedKafka implements AutoCloseable {

    /** What one node alone needs, and a group that need not wait for more members. */
    public static final Map<String, String> SETTINGS =
            Map.of(
                    "auto.create.topics.enable", "false",
                    "group.initial.rebalance.delay.ms", "0",
                    "group.min.session.timeout.ms", "1000",
                    "offsets.topic.num.partitions", "1",
                    "offsets.topic.replication.factor", "1",
                    "transaction.state.log.num.partitions", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1",
                    "share.coordinator.state.topic.replication.factor", "1",
                    "share.coordinator.state.topic.min.isr", "1");

    private final KafkaClusterTestKit cluster;

    private EmbeddedKafka(KafkaClusterTestKit cluster) {
        this.cluster = cluster;
    }

    /**
     * Starts a broker without topics and waits until it answers.
     *
     * @param folder for its data; the caller removes it
     */
    public static EmbeddedKafka start(Path folder) throws IOException {
        Files.createDirectories(folder);
        var nodes =
                new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .setBaseDirectory(folder)
                        .setBootstrapMetadataVersion(MetadataVersion.latestProduction())
                        .build();
        var builder = new KafkaClusterTestKit.Builder(nodes).setDeleteOnClose(false);
        SETTINGS.forEach(builder::setConfigProp);
        var kafka = new EmbeddedKafka(checked(builder::build));
        try {
            checked(kafka::formatAndStart);
        } catch (IOException e) {
            kafka.close();
            throw e;
        }
        return kafka;
    }

    private KafkaClusterTestKit formatAndStart() throws Exception {
        withoutOutput(cluster::format);
        cluster.startup();
        cluster.waitForReadyBrokers();
        return cluster;
    }

    /**
     * Kafka's formatter tells standard output what it does, with no way to ask it not to; nothing
     * else of ours writes there meanwhile.
     */
    private static void withoutOutput(Step step) throws Exception {
        var output = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
        try {
            step.run();
        } finally {
            System.setOut(output);
        }
    }

    public String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    @Override
    public void close() throws IOException {
        checked(() -> {
            cluster.close();
            return cluster;
        });
    }

    /** The cluster's methods may throw anything; here only what can be declared and mended. */
    private static KafkaClusterTestKit checked(Callable<KafkaClusterTestKit> step)
            throws IOException {
        try {
            return step.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the broker started or stopped");
        } catch (Exception e) {
            throw new IOException("the broker did not start or stop", e);
        }
    }

    private interface Step {
        void run() throws Exception;
    }
}
