package gleaner;

import gleaner.config.Settings;
import gleaner.cycle.Effect;
import gleaner.cycle.PartitionAdvance;
import gleaner.cycle.StoreTimes;
import gleaner.cycle.WriteBatch;
import gleaner.event.Partition;
import gleaner.memory.Emotion;
import gleaner.memory.Evidence;
import gleaner.memory.Observation;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Source;
import gleaner.memory.Statement.Preference;
import gleaner.memory.Temporal;
import gleaner.postgres.Database;
import gleaner.postgres.PostgresMemoryStore;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one batch that is bound to be fenced, on a Vert.x of its own that is then thrown away.
 *
 * <p>The first connection and the first transaction load some thousand classes of Netty, the SQL
 * client and ours, which takes a good part of a second. On the cycle's event loop that would be a
 * block; here nobody waits for the loop. Nothing stays: nobody ever claimed the partition, so the
 * transaction is rolled back.
 */
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final String NAME = "gleaner-rehearsal";

    private Rehearsal() {}

    /**
     * Blocks for at most the connect timeout. That the database is away is no failure here: the
     * cycle waits for it.
     */
    static void of(Settings settings) {
        var vertx = Vertx.vertx();
        var pool = Database.connect(vertx, settings.postgres());
        var store =
                new PostgresMemoryStore(
                        vertx,
                        pool,
                        settings.postgres(),
                        settings.limits(),
                        NAME,
                        StoreTimes.untold());
        try {
            store.write(batch())
                    .transform(fenced -> pool.close())
                    .await(settings.postgres().connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException away) {
            LOG.info("the database does not answer yet");
        } finally {
            vertx.close();
        }
    }

    private static WriteBatch batch() {
        var partition = new Partition(NAME, 0);
        return new WriteBatch(
                List.of(new PartitionAdvance(partition, 0, 0, 1)),
                List.of(new Effect.Learned(partition, 0, List.of(observation()))));
    }

    private static Observation observation() {
        return new Observation(
                NAME,
                new Preference(PreferenceKey.LOCATION, NAME, Map.of("country", NAME)),
                false,
                Temporal.CURRENT,
                0.5,
                0.5,
                true,
                Emotion.NEUTRAL,
                new Source(NAME, NAME, NAME, Instant.EPOCH, null, null),
                new Evidence(0, 0, null, NAME),
                NAME);
    }
}
