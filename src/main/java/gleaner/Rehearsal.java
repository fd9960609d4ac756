package gleaner;

import gleaner.config.Settings;
import gleaner.event.Partition;
import gleaner.postgres.Database;
import gleaner.postgres.PostgresMemoryStore;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects once and asks a question, on a Vert.x of its own that is then thrown away.
 *
 * <p>The first connection and the first statement load some thousand classes of Netty, the SQL
 * client and ours, which takes a good part of a second. On the cycle's event loop that would be a
 * block; here nobody waits for the loop.
 */
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private Rehearsal() {}

    /**
     * Blocks for at most the connect timeout and a little. That the database is away is no failure
     * here: the cycle waits for it.
     */
    static void of(Settings settings) {
        var vertx = Vertx.vertx();
        var pool = Database.connect(vertx, settings.postgres());
        var store =
                new PostgresMemoryStore(
                        vertx, pool, settings.postgres(), settings.limits(), "rehearsal");
        try {
            store.read(Set.of(new Partition("", 0)))
                    .transform(answered -> pool.close())
                    .await(
                            settings.postgres().connectTimeout().toMillis() + 1_000,
                            TimeUnit.MILLISECONDS);
        } catch (TimeoutException away) {
            LOG.info("the database does not answer yet");
        } finally {
            vertx.close();
        }
    }
}
