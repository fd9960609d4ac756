package gleaner;

import gleaner.config.Settings;
import gleaner.cycle.Backoff;
import gleaner.cycle.CycleLimits;
import gleaner.cycle.CycleMetrics;
import gleaner.cycle.CycleParts;
import gleaner.cycle.CycleStatus;
import gleaner.cycle.EnrichmentCycle;
import gleaner.cycle.GapPolicy;
import gleaner.cycle.InitialPosition;
import gleaner.cycle.MemoryStore;
import gleaner.cycle.Outage;
import gleaner.cycle.RecordSource.LogBounds;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the cycle its event loop: builds it there, and drains it when the worker ends. */
final class EnrichmentVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(EnrichmentVerticle.class);
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(1);

    private final Settings settings;
    private final MemoryStore store;
    private final WorkerParts parts;
    private final Outage outage;
    private final CycleMetrics metrics;
    private volatile @Nullable EnrichmentCycle cycle;

    EnrichmentVerticle(
            Settings settings,
            MemoryStore store,
            WorkerParts parts,
            Outage outage,
            CycleMetrics metrics) {
        this.settings = settings;
        this.store = store;
        this.parts = parts;
        this.outage = outage;
        this.metrics = metrics;
    }

    /**
     * Built on a worker thread, because that loads classes and tables; started on the event loop.
     */
    @Override
    public Future<?> start() {
        return vertx.executeBlocking(this::build, false)
                .map(Objects::requireNonNull)
                .onSuccess(built -> cycle = built)
                .compose(EnrichmentCycle::start);
    }

    private EnrichmentCycle build() {
        var cores = Runtime.getRuntime().availableProcessors();
        return EnrichmentCycle.of(
                vertx,
                new CycleParts(
                        parts.source(vertx, settings),
                        store,
                        Readings.decoder(settings),
                        parts.reader(settings),
                        vertx.createSharedWorkerExecutor("gleaner-reader", cores),
                        cores,
                        cycleLimits(),
                        initialPosition(),
                        new Backoff(
                                settings.retry().firstDelay(),
                                settings.retry().maxDelay(),
                                RandomGenerator.getDefault()),
                        outage,
                        metrics));
    }

    /**
     * What is in flight is committed, or given up at the end of the drain time; then the group is
     * left.
     */
    @Override
    public Future<?> stop() {
        var running = cycle;
        return running == null ? Future.succeededFuture() : end(running);
    }

    private Future<Void> end(EnrichmentCycle running) {
        return running.drain()
                .timeout(settings.shutdown().drain().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(late ->
                        LOG.atWarn()
                                .addKeyValue("drain", settings.shutdown().drain())
                                .log("batches in flight given up; the next start reads them again"))
                .otherwiseEmpty()
                .eventually(running::close);
    }

    Duration sinceLastPoll() {
        var running = cycle;
        return running == null ? Duration.ZERO : running.sinceLastPoll();
    }

    Duration pollsFailingFor() {
        var running = cycle;
        return running == null ? Duration.ZERO : running.pollsFailingFor();
    }

    CycleStatus status() {
        var running = cycle;
        return running == null ? CycleStatus.NONE : running.status();
    }

    private CycleLimits cycleLimits() {
        var batch = settings.batch();
        var kafka = settings.kafka();
        return new CycleLimits(
                batch.maxRecords(),
                batch.maxBytes(),
                batch.targetTime(),
                batch.linger(),
                batch.inFlight(),
                kafka.bufferRecords(),
                kafka.bufferBytes(),
                kafka.contextRecords(),
                settings.limits().contextTurns(),
                settings.limits().contextAge(),
                gaps(),
                kafka.watchInterval(),
                RESTART_PAUSE);
    }

    private GapPolicy gaps() {
        return switch (settings.kafka().gaps()) {
            case COUNT -> GapPolicy.COUNT;
            case PARK -> GapPolicy.PARK;
        };
    }

    private InitialPosition initialPosition() {
        return switch (settings.kafka().initialPosition()) {
            case EARLIEST -> LogBounds::beginning;
            case LATEST -> LogBounds::end;
            case COMMITTED ->
                    bounds ->
                            bounds.kafkaCommitted() < 0
                                    ? bounds.beginning()
                                    : bounds.kafkaCommitted();
        };
    }
}
