package gleaner.kafka;

import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the brokers say about topics and positions, told on the event loop. Not asked through the
 * consumer: its thread would wait for the answer.
 */
final class LogCatalogue {
    private static final Logger log = LoggerFactory.getLogger(LogCatalogue.class);

    private final Context eventLoop;
    private final LogQueries queries;

    LogCatalogue(Context eventLoop, LogQueries queries) {
        this.eventLoop = eventLoop;
        this.queries = queries;
    }

    Future<Map<Partition, LogBounds>> bounds(Set<Partition> partitions) {
        var asked = Set.copyOf(partitions);
        return offEventLoop(() -> queries.bounds(asked));
    }

    /** Says once which topics do not exist; the subscription follows when they do. */
    void reportMissing(Collection<String> topics) {
        offEventLoop(() -> queries.missing(topics))
                .onSuccess(missing ->
                        missing.forEach(topic ->
                                log.atWarn()
                                        .addKeyValue("topic", topic)
                                        .log("The topic does not exist; waiting for it")))
                .onFailure(e -> log.debug("The topics could not be looked up", e));
    }

    /** Asking starts with work of the calling thread: metadata, and classes at the first time. */
    private <T extends @Nullable Object> Future<T> offEventLoop(
            Callable<CompletableFuture<T>> question) {
        return eventLoop
                .executeBlocking(question, false)
                .compose(answer -> Future.fromCompletionStage(answer, eventLoop))
                .recover(e ->
                        Future.failedFuture(
                                e instanceof CompletionException && e.getCause() != null
                                        ? e.getCause()
                                        : e));
    }
}
