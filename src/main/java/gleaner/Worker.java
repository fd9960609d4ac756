package gleaner;

import gleaner.config.Settings;
import gleaner.cycle.CycleCounts;
import gleaner.cycle.Outage;
import gleaner.http.Meters;
import gleaner.http.MicrometerCycleMetrics;
import gleaner.http.MicrometerStoreTimes;
import gleaner.http.StatusServer;
import gleaner.postgres.Database;
import gleaner.postgres.LetterPurge;
import gleaner.postgres.LookUpProbe;
import gleaner.postgres.PostgresMemoryStore;
import gleaner.postgres.letter.Keeping;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composition root: builds every part, and closes them in reverse.
 *
 * <p>The migrations must have been applied before. Starting rehearses a transaction, which blocks
 * the caller for a moment; so it is not to be called on an event loop.
 */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long WATCH_MILLIS = 1_000;

    /** A server that is there lets go at once; one that is not is severed within a second. */
    private static final Duration POOL_CLOSE = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final Pool pool;
    private final Meters meters;
    private final MicrometerCycleMetrics metrics;
    private final MicrometerStoreTimes times;
    private final EnrichmentVerticle enrichment;
    private final Outage outage = new Outage(Clock.systemUTC());
    private final Settings settings;
    private final Promise<Outage.Ongoing> beyondRepair = Promise.promise();
    private volatile int httpPort;

    private Worker(Settings settings, VertxOptions options, WorkerParts parts) {
        this.settings = settings;
        this.meters = new Meters();
        this.metrics = new MicrometerCycleMetrics(meters.registry());
        this.times = new MicrometerStoreTimes(meters.registry());
        this.vertx = meters.vertx(options);
        this.pool = Database.connect(vertx, settings.postgres());
        this.enrichment =
                new EnrichmentVerticle(
                        settings,
                        new PostgresMemoryStore(
                                vertx,
                                pool,
                                settings.postgres(),
                                settings.limits(),
                                Keeping.of(settings.deadLetters()),
                                UUID.randomUUID().toString(),
                                times),
                        parts,
                        outage,
                        metrics);
    }

    /**
     * Starts a worker; fails, with everything closed again, where the log or the HTTP port cannot
     * be had.
     */
    public static Future<Worker> start(Settings settings) {
        return start(settings, new VertxOptions());
    }

    /** As {@link #start(Settings)}, with a Vert.x of these options. */
    public static Future<Worker> start(Settings settings, VertxOptions options) {
        return start(settings, options, WorkerParts.USUAL);
    }

    /** As {@link #start(Settings, VertxOptions)}, with some other parts. */
    public static Future<Worker> start(Settings settings, VertxOptions options, WorkerParts parts) {
        Rehearsal.of(settings);
        var worker = new Worker(settings, options, parts);
        var started = Promise.<Worker>promise();
        worker.open()
                .onSuccess(open -> started.complete(worker))
                .onFailure(failure ->
                        worker.closeAfter(Future.succeededFuture())
                                .onComplete(closed -> started.fail(failure)));
        return started.future();
    }

    private Future<?> open() {
        var vitals = new WorkerVitals(enrichment, outage, settings.retry());
        vertx.setPeriodic(WATCH_MILLIS, id -> watch());
        new LookUpProbe(pool, times).every(vertx, settings.metrics().lookUpInterval());
        new LetterPurge(vertx, pool, settings.deadLetters().keep()).start();
        return StatusServer.start(vertx, settings.http(), vitals, meters.registry())
                .onSuccess(listening -> httpPort = listening.port())
                .compose(listening -> vertx.deployVerticle(enrichment));
    }

    private void watch() {
        outage.longerThan(settings.retry().fatalExitAfter())
                .filter(Outage.Ongoing::fatal)
                .ifPresent(beyondRepair::tryComplete);
    }

    /** Completes when the database has refused everything for longer than the settings bear. */
    public Future<Outage.Ongoing> beyondRepair() {
        return beyondRepair.future();
    }

    /** Where health and metrics answer, also where any free port was asked for. */
    public int httpPort() {
        return httpPort;
    }

    /** How many records became what. */
    public CycleCounts counts() {
        return metrics.counts();
    }

    /** Commits or gives up what is in flight, within the drain time, and closes everything. */
    public Future<Void> stop() {
        return closeAfter(vertx.undeploy(enrichment.deploymentID()));
    }

    /** Whatever the server does: what is not closed by then ends with the process. */
    private Future<Void> closePool() {
        return pool.close()
                .timeout(POOL_CLOSE.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(late ->
                        LOG.atWarn()
                                .addKeyValue("limit", POOL_CLOSE)
                                .log("connections to the database not closed in order"))
                .otherwiseEmpty();
    }

    /** The answer belongs to no event loop: at the end there is none left that could give it. */
    private Future<Void> closeAfter(Future<Void> undeployed) {
        var ended = Promise.<Void>promise();
        undeployed
                .eventually(this::closePool)
                .onComplete(parts ->
                        vertx.close()
                                .onComplete(closed -> {
                                    meters.close();
                                    ended.handle(undeployed);
                                }));
        return ended.future();
    }
}
