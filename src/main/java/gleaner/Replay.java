package gleaner;

import gleaner.config.Settings;
import gleaner.cycle.Outage;
import gleaner.cycle.RecordSource;
import gleaner.cycle.RecordSource.LogBounds;
import gleaner.cycle.StoreTimes;
import gleaner.event.Partition;
import gleaner.extract.Reader;
import gleaner.http.MicrometerCycleMetrics;
import gleaner.kafka.StretchSource;
import gleaner.postgres.Database;
import gleaner.postgres.PostgresMemoryStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker's cycle over a stretch of the log, into a database of its own, to the end of the
 * stretch: without a group, without HTTP, and impatient where a worker would wait without end.
 */
final class Replay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final String NAME = "gleaner-rebuild";
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(10);

    private final Settings settings;
    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerCycleMetrics metrics = new MicrometerCycleMetrics(registry);
    private final Outage outage = new Outage(Clock.systemUTC());
    private final Pool pool;
    private final PostgresMemoryStore store;
    private final StretchSource source;
    private final EnrichmentVerticle enrichment;
    private final long records;

    private Replay(Settings settings, WorkerParts parts, Map<Partition, LogBounds> stretches) {
        this.settings = settings;
        this.pool = Database.connect(vertx, settings.postgres());
        this.store =
                new PostgresMemoryStore(
                        vertx,
                        pool,
                        settings.postgres(),
                        settings.limits(),
                        NAME,
                        StoreTimes.untold());
        this.source = new StretchSource(vertx, settings.kafka(), stretches);
        this.enrichment =
                new EnrichmentVerticle(settings, store, over(parts, source), outage, metrics);
        this.records = stretches.values().stream().mapToLong(s -> s.end() - s.beginning()).sum();
    }

    private static WorkerParts over(WorkerParts parts, RecordSource source) {
        return new WorkerParts() {
            @Override
            public Reader reader(Settings settings) {
                return parts.reader(settings);
            }

            @Override
            public RecordSource source(Vertx vertx, Settings settings) {
                return source;
            }
        };
    }

    /**
     * Blocks until all is applied; the database is migrated, and nobody else's.
     *
     * @param live the settings of the live worker; what does not suit a replay is set otherwise
     * @param scratch where to
     * @throws IOException where it does not get on
     */
    static void of(
            Settings live,
            WorkerParts parts,
            Settings.Postgres scratch,
            Map<Partition, LogBounds> stretches)
            throws IOException {
        try (var replay = new Replay(suited(live, scratch), parts, stretches)) {
            replay.run();
        }
    }

    /**
     * From the beginning in any case; and what the live worker passed over is passed over again.
     */
    private static Settings suited(Settings live, Settings.Postgres scratch) {
        var kafka = live.kafka();
        return new Settings(
                new Settings.Kafka(
                        kafka.bootstrapServers(),
                        kafka.topics(),
                        kafka.groupId(),
                        Settings.InitialPosition.EARLIEST,
                        kafka.pollTimeout(),
                        kafka.sessionTimeout(),
                        kafka.contextRecords(),
                        kafka.bufferRecords(),
                        kafka.bufferBytes(),
                        Settings.Gaps.COUNT,
                        kafka.watchInterval(),
                        kafka.revokeTimeout(),
                        kafka.properties()),
                scratch,
                live.batch(),
                live.retry(),
                live.limits(),
                live.evidence(),
                live.deadLetters(),
                live.http(),
                live.metrics(),
                live.shutdown(),
                live.log());
    }

    private void run() throws IOException {
        vertx.deployVerticle(enrichment).await();
        var told = System.nanoTime();
        while (!isDone()) {
            refuseToWait();
            if (System.nanoTime() - told > BETWEEN_REPORTS.toNanos()) {
                told = System.nanoTime();
                LOG.atInfo()
                        .addKeyValue("applied", metrics.counts().applied())
                        .addKeyValue("of", records)
                        .log("replaying");
            }
            pause();
        }
    }

    private boolean isDone() {
        if (!source.isExhausted()) {
            return false;
        }
        var ends = source.ends();
        var applied = store.read(ends.keySet()).otherwise(Map.of()).await();
        return ends.entrySet().stream()
                .allMatch(end -> {
                    var claim = applied.get(end.getKey());
                    return claim != null && claim.position() >= end.getValue();
                });
    }

    /** A worker would try on for ever; here somebody waits. */
    private void refuseToWait() throws IOException {
        var limit = settings.retry().notReadyAfter();
        var away = outage.longerThan(limit);
        if (away.isPresent()) {
            throw new IOException(
                    "the scratch database fails since %s with SQLSTATE %s"
                            .formatted(away.get().since(), away.get().sqlState()));
        }
        if (enrichment.pollsFailingFor().compareTo(limit) > 0) {
            throw new IOException("the log cannot be read: every poll fails");
        }
        var parked = enrichment.status().parked();
        if (!parked.isEmpty()) {
            throw new IOException(
                    parked.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + entry.getValue())
                            .collect(Collectors.joining("; ")));
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    @Override
    public void close() {
        var limit = settings.shutdown().drain().toMillis();
        try {
            Future.join(vertx.deploymentIDs().stream().map(vertx::undeploy).toList())
                    .transform(undeployed -> pool.close())
                    .await(limit, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.info("the replay did not end in order");
        } finally {
            vertx.close();
            registry.close();
        }
    }
}
