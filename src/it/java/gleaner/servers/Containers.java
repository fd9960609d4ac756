package gleaner.servers;

import gleaner.demo.EmbeddedKafka;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The official images, on a Docker engine. */
final class Containers implements Source {
    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String KAFKA_IMAGE = "apache/kafka:4.2.0";

    private static final Duration PROBE = Duration.ofSeconds(30);

    /**
     * Whether there is an engine, and one that can run something. Testcontainers finds that out by
     * running a container of its own, whose image it may try to fetch for minutes; so there is a
     * deadline, after which it may go on trying on a thread that keeps nobody.
     */
    static boolean engineAnswers() {
        var probe = new FutureTask<>(() -> DockerClientFactory.instance().isDockerAvailable());
        Thread.ofPlatform().daemon().name("docker-probe").start(probe);
        try {
            return probe.get(PROBE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    @SuppressWarnings("resource") // closed through DatabaseServer.stop
    public DatabaseServer database() {
        var container = new PostgreSQLContainer(POSTGRES_IMAGE).withUsername("gleaner");
        container.start();
        return new DatabaseServer(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(),
                container.getPassword(),
                container::close);
    }

    @Override
    @SuppressWarnings("resource") // closed through LogServer.stop
    public LogServer log() {
        var container = new KafkaContainer(KAFKA_IMAGE);
        EmbeddedKafka.SETTINGS.forEach((name, value) ->
                container.addEnv(
                        "KAFKA_" + name.replace('.', '_').toUpperCase(Locale.ROOT), value));
        container.start();
        return new LogServer(container.getBootstrapServers(), container::close);
    }

    @Override
    public String title() {
        return "containers (docker "
                + DockerClientFactory.instance().getInfo().getServerVersion()
                + ")";
    }

    @Override
    public void close() {
        // Each container is closed by itself; the engine stays.
    }
}
