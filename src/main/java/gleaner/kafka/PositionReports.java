package gleaner.kafka;

import gleaner.event.Partition;
import io.vertx.core.Context;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Kafka's own committed offsets behind ours, for lag tools: one commit in flight, and of
 * those that wait the latest wins. Only the event loop calls.
 */
final class PositionReports {
    private static final Logger log = LoggerFactory.getLogger(PositionReports.class);

    private final Context eventLoop;
    private final PollThread pollThread;
    private final AssignedPartitions assigned;
    private final Map<Partition, Long> waiting = new HashMap<>();
    private boolean inFlight;
    private boolean closed;

    PositionReports(Context eventLoop, PollThread pollThread, AssignedPartitions assigned) {
        this.eventLoop = eventLoop;
        this.pollThread = pollThread;
        this.assigned = assigned;
    }

    void report(Map<Partition, Long> positions) {
        waiting.putAll(positions);
        if (!inFlight && !closed) {
            send();
        }
    }

    /** Sends what waits although another commit is in flight: Kafka keeps their order. */
    void close() {
        send();
        closed = true;
    }

    private void send() {
        var positions = assigned.ours(waiting);
        waiting.clear();
        if (positions.isEmpty()) {
            return;
        }
        inFlight = true;
        pollThread
                .run(consumer ->
                        consumer.commit(
                                positions,
                                (offsets, failure) ->
                                        eventLoop.runOnContext(now -> sent(positions, failure))))
                .onFailure(failure -> sent(positions, failure));
    }

    private void sent(Map<Assignment, Long> positions, @Nullable Throwable failure) {
        inFlight = false;
        if (failure != null) {
            log.atDebug()
                    .addKeyValue(
                            "partitions",
                            positions.keySet().stream().map(Assignment::partition).toList())
                    .addKeyValue("failure", failure.getClass().getSimpleName())
                    .log("Kafka's own committed offset stays behind; ours is in PostgreSQL");
        }
        if (!waiting.isEmpty() && !closed) {
            send();
        }
    }
}
