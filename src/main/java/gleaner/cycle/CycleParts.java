package gleaner.cycle;

import gleaner.event.EventDecoder;
import gleaner.extract.Reader;
import io.vertx.core.WorkerExecutor;

/**
 * What a cycle is built from.
 *
 * @param workers runs decoding and extraction
 * @param cores how many of its threads one batch may use
 * @param outage told of every failure and success of the store
 */
public record CycleParts(
        RecordSource source,
        MemoryStore store,
        EventDecoder decoder,
        Reader reader,
        WorkerExecutor workers,
        int cores,
        CycleLimits limits,
        InitialPosition initialPosition,
        Backoff backoff,
        Outage outage,
        CycleMetrics metrics) {}
