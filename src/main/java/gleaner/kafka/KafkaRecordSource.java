package gleaner.kafka;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.toUnmodifiableSet;

import gleaner.config.Settings;
import gleaner.cycle.PositionLost;
import gleaner.cycle.RecordSource;
import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log through vertx-kafka-client, one explicit poll after the other. It keeps no records:
 * what a poll brought goes to the caller or, if it is stale, nowhere.
 *
 * <p>Opened on an event loop, it lives there: all its state belongs to that thread. See {@link
 * GatedConsumer} for what happens on the poll thread, and {@link AssignedPartitions} for why no
 * stale record passes.
 */
public final class KafkaRecordSource implements RecordSource {
    private static final Logger log = LoggerFactory.getLogger(KafkaRecordSource.class);

    /** How long leaving the group may take; the rest of the time is for the connections. */
    private static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(3);

    static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Settings.Kafka settings;
    private final ClientProperties properties;
    private final AssignedPartitions assigned = new AssignedPartitions();

    private @Nullable Session session;
    private @Nullable Promise<List<SourceRecord>> polling;
    private @Nullable Future<Void> closed;

    /** What exists between open and close. */
    private record Session(
            PollThread pollThread,
            Admin admin,
            RebalanceRelay relay,
            LogCatalogue catalogue,
            PositionReports reports) {}

    public KafkaRecordSource(Vertx vertx, Settings.Kafka settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.properties = new ClientProperties(settings);
    }

    @Override
    public Future<Void> open(AssignmentListener listener) {
        var eventLoop = vertx.getOrCreateContext();
        var relay = new RebalanceRelay(eventLoop, assigned, listener, settings.revokeTimeout());
        return eventLoop
                .executeBlocking(
                        () -> KafkaClients.connect(properties, relay, LEAVE_TIMEOUT), false)
                .compose(clients -> subscribe(eventLoop, relay, requireNonNull(clients)));
    }

    private Future<Void> subscribe(Context eventLoop, RebalanceRelay relay, KafkaClients clients) {
        var pollThread = new PollThread(vertx, clients.consumer());
        var opened =
                new Session(
                        pollThread,
                        clients.admin(),
                        relay,
                        new LogCatalogue(
                                eventLoop, new LogQueries(clients.admin(), settings.groupId())),
                        new PositionReports(eventLoop, pollThread, assigned));
        var subscribed = pollThread.subscribe(Set.copyOf(settings.topics()));
        if (closed != null) {
            return leave(opened).compose(left -> Future.failedFuture(notOpen()));
        }
        session = opened;
        return subscribed.onSuccess(now -> opened.catalogue().reportMissing(settings.topics()));
    }

    @Override
    public Future<List<SourceRecord>> poll() {
        if (session == null) {
            return Future.failedFuture(notOpen());
        }
        if (polling != null) {
            return Future.failedFuture(new IllegalStateException("a poll is in flight already"));
        }
        var promise = Promise.<List<SourceRecord>>promise();
        polling = promise;
        session.pollThread()
                .poll(settings.pollTimeout())
                .map(this::current)
                .recover(this::refused)
                .onComplete((records, failure) -> {
                    if (!promise.future().isComplete()) {
                        polling = null;
                        promise.complete(records, failure);
                    }
                });
        return promise.future();
    }

    /** Drops what was fetched for a stay or from a position that is over. */
    private List<SourceRecord> current(ConsumerRecords<byte[], byte[]> polled) {
        var records = new ArrayList<SourceRecord>(polled.count());
        for (var kafkas : polled.partitions()) {
            var partition = Assignment.partition(kafkas);
            if (assigned.isOpen(partition)) {
                polled.records(kafkas)
                        .forEach(it -> records.add(KafkaRecords.sourceRecord(partition, it)));
            }
        }
        return records;
    }

    /** A position that the log refused is told once, unless it is one that we left meanwhile. */
    private Future<List<SourceRecord>> refused(Throwable failure) {
        if (!(failure instanceof InvalidOffsetException invalid)) {
            return Future.failedFuture(failure);
        }
        var lost =
                assigned.shut(
                        invalid.partitions().stream()
                                .map(Assignment::partition)
                                .collect(toUnmodifiableSet()));
        return lost.isEmpty()
                ? Future.succeededFuture(List.of())
                : Future.failedFuture(new PositionLost(lost, failure));
    }

    @Override
    public Future<Map<Partition, LogBounds>> bounds(Set<Partition> partitions) {
        return session == null
                ? Future.failedFuture(notOpen())
                : session.catalogue().bounds(partitions);
    }

    @Override
    public Future<Void> start(Map<Partition, Long> offsets) {
        if (session == null) {
            return Future.failedFuture(notOpen());
        }
        var openings = assigned.open(offsets);
        return session.pollThread()
                .run(consumer -> consumer.open(openings))
                .onSuccess(now -> assigned.opened(openings));
    }

    @Override
    public void pause(Set<Partition> partitions) {
        var toPause = assigned.pause(partitions);
        if (session != null && !toPause.isEmpty()) {
            session.pollThread()
                    .run(consumer -> consumer.pauseAssigned(toPause))
                    .onFailure(e -> log.error("Partitions could not be paused", e));
        }
    }

    @Override
    public void resume(Set<Partition> partitions) {
        var toResume = assigned.resume(partitions);
        if (session != null && !toResume.isEmpty()) {
            session.pollThread()
                    .run(consumer -> consumer.resumeAssigned(toResume))
                    .onFailure(e -> log.error("Partitions could not be resumed", e));
        }
    }

    @Override
    public void report(Map<Partition, Long> positions) {
        if (session != null) {
            session.reports().report(positions);
        }
    }

    @Override
    public Future<Void> close() {
        if (closed == null) {
            closed = session == null ? Future.succeededFuture() : leave(session);
            session = null;
            endPoll();
        }
        return closed;
    }

    /** Once closed, the stream may leave a poll without an answer. */
    private void endPoll() {
        if (polling != null) {
            polling.complete(List.of());
            polling = null;
        }
    }

    private Future<Void> leave(Session leaving) {
        leaving.relay().close();
        leaving.reports().close();
        var left = leaving.pollThread().close();
        var disconnected =
                vertx.executeBlocking(
                        () -> {
                            leaving.admin().close(LEAVE_TIMEOUT);
                            return null;
                        },
                        false);
        return Future.join(left, disconnected)
                .timeout(CLOSE_TIMEOUT.toMillis(), MILLISECONDS)
                .onFailure(e ->
                        log.warn(
                                "Kafka was not left in order; the group notices at the session"
                                        + " timeout",
                                e))
                .transform(ended -> Future.succeededFuture());
    }

    private static IllegalStateException notOpen() {
        return new IllegalStateException("the record source is not open");
    }
}
