package gleaner.cycle;

import io.vertx.core.Future;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the record that the database refuses: halves the batch until the culprit stands alone,
 * makes a dead letter of it, and applies its neighbours, in their order. A batch that takes the
 * database too long is halved as well; but no record is given up for that.
 */
final class Bisection {
    private static final Logger LOG = LoggerFactory.getLogger(Bisection.class);

    private final RetryingStore store;
    private final BatchSize size;
    private final CycleMetrics metrics;

    Bisection(RetryingStore store, BatchSize size, CycleMetrics metrics) {
        this.store = store;
        this.size = size;
        this.metrics = metrics;
    }

    /**
     * Applies a batch, or as much of it as the database takes; positions never skip what was not
     * applied.
     */
    Future<WriteOutcome> write(WriteBatch batch, BooleanSupplier wanted) {
        return store.write(batch, wanted)
                .compose(outcome ->
                        switch (outcome) {
                            case WriteOutcome.Refused refused -> narrow(batch, refused, wanted);
                            case WriteOutcome.TooLong late -> slowDown(batch, late, wanted);
                            case WriteOutcome.Committed _,
                                    WriteOutcome.Fenced _,
                                    WriteOutcome.Unavailable _,
                                    WriteOutcome.Fatal _ ->
                                    Future.succeededFuture(outcome);
                        });
    }

    private Future<WriteOutcome> narrow(
            WriteBatch batch, WriteOutcome.Refused refused, BooleanSupplier wanted) {
        return batch.effects().size() == 1 ? bury(batch, refused, wanted) : halve(batch, wanted);
    }

    private Future<WriteOutcome> slowDown(
            WriteBatch batch, WriteOutcome.TooLong late, BooleanSupplier wanted) {
        size.tooLong(batch.effects().size());
        LOG.atWarn()
                .addKeyValue("records", batch.effects().size())
                .addKeyValue("sqlstate", late.sqlState())
                .addKeyValue("next", size.records())
                .log("batch took the database too long; applying it in halves");
        return halve(batch, wanted);
    }

    private Future<WriteOutcome> halve(WriteBatch batch, BooleanSupplier wanted) {
        metrics.bisected();
        var halves = batch.split();
        return write(halves.getFirst(), wanted)
                .compose(first ->
                        first instanceof WriteOutcome.Committed done
                                ? write(halves.getLast(), wanted).map(second -> sum(done, second))
                                : Future.succeededFuture(first));
    }

    private Future<WriteOutcome> bury(
            WriteBatch batch, WriteOutcome.Refused refused, BooleanSupplier wanted) {
        var culprit = batch.effects().getFirst();
        LOG.atError()
                .addKeyValue("partition", culprit.partition())
                .addKeyValue("offset", culprit.offset())
                .addKeyValue("sqlstate", refused.sqlState())
                .log("record refused by the database; kept as a dead letter");
        var letter =
                new DeadLetter(
                        culprit.partition(),
                        culprit.offset(),
                        "data",
                        refused.sqlState(),
                        refused.reason(),
                        1);
        metrics.deadLettered(letter.errorClass());
        return store.insist(batch.insteadOfOnly(new Effect.Dead(letter)), wanted);
    }

    private static WriteOutcome sum(WriteOutcome.Committed first, WriteOutcome second) {
        return second
                        instanceof
                        WriteOutcome.Committed(var observations, var beliefs, var preferences)
                ? new WriteOutcome.Committed(
                        first.observations() + observations,
                        first.beliefs() + beliefs,
                        first.preferences() + preferences)
                : second;
    }
}
