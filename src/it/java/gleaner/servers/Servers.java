package gleaner.servers;

import gleaner.demo.Closing;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The servers of this test run: each starts when it is first asked for, all stop together.
 *
 * <p>Thread-safe by its lock. A shutdown hook closes it too, for runs that are interrupted.
 */
final class Servers implements AutoCloseable {
    private final Source source;
    private final Closing running = new Closing();
    private @Nullable DatabaseServer database;
    private @Nullable TestLog log;

    private Servers(Source source) {
        this.source = source;
        running.add(source::close);
    }

    /** Decides where the servers come from, and says so, once. */
    static Servers asChosen() {
        try {
            var servers = new Servers(source(Where.chosen()));
            System.out.println("integration servers: " + servers.source.title());
            Runtime.getRuntime().addShutdownHook(new Thread(servers::closeAtExit));
            return servers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source source(Where where) throws IOException {
        return switch (where) {
            case CONTAINERS -> new Containers();
            case EMBEDDED -> new Embedded();
            case AUTO ->
                    Containers.engineAnswers()
                            ? new FirstThatStarts(new Containers(), new Embedded())
                            : new Embedded();
        };
    }

    synchronized DatabaseServer database() {
        if (database == null) {
            try {
                database = source.database();
                running.add(database.stop());
            } catch (IOException e) {
                throw new UncheckedIOException("no PostgreSQL for the tests", e);
            }
        }
        return database;
    }

    synchronized TestLog log() {
        if (log == null) {
            try {
                var server = source.log();
                running.add(server.stop());
                log = TestLog.of(server.bootstrapServers());
                running.add(log::close);
            } catch (IOException e) {
                throw new UncheckedIOException("no Kafka broker for the tests", e);
            }
        }
        return log;
    }

    @Override
    public void close() throws IOException {
        running.close();
    }

    private void closeAtExit() {
        try {
            close();
        } catch (IOException | RuntimeException e) {
            System.err.println("integration servers did not stop cleanly: " + e);
        }
    }
}
