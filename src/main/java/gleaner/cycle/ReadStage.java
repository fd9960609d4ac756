package gleaner.cycle;

import static java.util.Objects.requireNonNull;

import gleaner.cycle.BatchReader.Decoding;
import gleaner.cycle.ReadBatch.LaneEffect;
import gleaner.event.Decoded;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decodes and extracts a batch on the worker pool, never on the event loop.
 *
 * <p>Decoding keeps the partitions' contexts and therefore runs as one task; the cycle has only one
 * batch here at a time, and the completion of a batch happens before the start of the next.
 * Extraction shares nothing and runs on all cores.
 */
final class ReadStage {
    private final WorkerExecutor workers;
    private final int cores;
    private final BatchReader reader;
    private final CycleMetrics metrics;

    private ReadStage(WorkerExecutor workers, int cores, BatchReader reader, CycleMetrics metrics) {
        this.workers = workers;
        this.cores = cores;
        this.reader = reader;
        this.metrics = metrics;
    }

    static ReadStage of(CycleParts parts) {
        return new ReadStage(
                parts.workers(),
                parts.cores(),
                new BatchReader(parts.decoder(), parts.reader()),
                parts.metrics());
    }

    private record LaneDecoding(Lane lane, Decoding decoding) {}

    private record LaneRead(Lane lane, ReadRecord read, Origin origin) {}

    /** Reads a batch; the records of one partition must stand in their order. */
    Future<ReadBatch> read(List<LaneRecord> batch) {
        var start = System.nanoTime();
        return workers.executeBlocking(() -> decode(batch), false)
                .compose(decodings -> extract(requireNonNull(decodings)))
                .map(reads -> {
                    count(batch.size(), reads, Duration.ofNanos(System.nanoTime() - start));
                    return inOrder(reads);
                });
    }

    private List<LaneDecoding> decode(List<LaneRecord> batch) {
        var fresh = new ArrayList<LaneDecoding>(batch.size());
        for (var next : batch) {
            var lane = next.lane();
            var decoding =
                    lane.isDeadly(next.record())
                            ? BatchReader.deadly(next.record())
                            : reader.decode(next.record(), lane.contexts());
            if (!lane.isContextOnly(next.record())) {
                fresh.add(new LaneDecoding(lane, decoding));
            }
        }
        return fresh;
    }

    private Future<List<LaneRead>> extract(List<LaneDecoding> decodings) {
        var share = Math.max(1, Math.ceilDiv(decodings.size(), cores));
        var parts = new ArrayList<Future<List<LaneRead>>>();
        for (var from = 0; from < decodings.size(); from += share) {
            var part = decodings.subList(from, Math.min(decodings.size(), from + share));
            parts.add(
                    workers.executeBlocking(
                            () -> part.stream().map(this::extract).toList(), false));
        }
        return Future.all(parts)
                .map(all -> parts.stream().flatMap(p -> p.result().stream()).toList());
    }

    private LaneRead extract(LaneDecoding next) {
        var decoding = next.decoding();
        return new LaneRead(
                next.lane(),
                reader.read(decoding),
                new Origin(decoding.record(), decoding.decoded(), decoding.context()));
    }

    private static ReadBatch inOrder(List<LaneRead> reads) {
        return new ReadBatch(
                reads.stream()
                        .map(r -> new LaneEffect(r.lane(), r.read().effect(), r.origin()))
                        .sorted(
                                Comparator.comparing((LaneEffect e) -> e.lane().partition())
                                        .thenComparingLong(e -> e.effect().offset()))
                        .toList());
    }

    private void count(int records, List<LaneRead> reads, Duration took) {
        metrics.contextOnly(records - reads.size());
        metrics.polled(reads.size());
        metrics.extracted(reads.size(), took);
        reads.forEach(r -> count(r.read()));
    }

    private void count(ReadRecord read) {
        switch (read.decoded()) {
            case Decoded.Accepted _ -> metrics.accepted(1);
            case Decoded.Ignored _ -> metrics.ignored(1);
            case Decoded.Rejected(var errorClass, var _) -> metrics.rejected(errorClass, 1);
        }
        metrics.unread(read.unread());
        switch (read.effect()) {
            case Effect.Learned learned -> metrics.observed(learned.observations().size());
            case Effect.Revised revised -> metrics.observed(revised.observations().size());
            case Effect.Dead(var letter) -> metrics.deadLettered(letter.errorClass());
            case Effect.ConversationForgotten _, Effect.Forgotten _, Effect.Passed _ -> {}
        }
    }
}
