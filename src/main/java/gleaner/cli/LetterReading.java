package gleaner.cli;

import gleaner.cycle.Effect;
import gleaner.cycle.SingleReading;
import gleaner.kafka.LogUnavailable;
import gleaner.postgres.operation.Operations;
import gleaner.postgres.statement.LetterRow;
import gleaner.postgres.statement.SelectDeadlyOffsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads the records of dead letters once more, as the worker would: in the context that stands
 * before them in the log, without touching deadly records there. Where the log no longer holds the
 * record or all of its context, what was kept of both is read.
 */
final class LetterReading {
    private final LetterRecords records;
    private final Supplier<SingleReading> readings;
    private final Operations operations;

    LetterReading(LetterRecords records, Supplier<SingleReading> readings, Operations operations) {
        this.records = records;
        this.readings = readings;
        this.operations = operations;
    }

    /**
     * What was read.
     *
     * @param from {@code log} or {@code payload}
     */
    record Read(String from, Effect effect) {}

    /** What the record does; nothing where it is nowhere any more. */
    Optional<Read> read(LetterRow letter) throws LogUnavailable {
        var kept = records.isWholeInLog(letter) ? Optional.<Read>empty() : fromPayload(letter);
        if (kept.isPresent() || !records.isInLog(letter)) {
            return kept;
        }
        return fromLog(letter);
    }

    private Optional<Read> fromPayload(LetterRow letter) {
        return records.kept(letter)
                .map(payload ->
                        new Read(
                                "payload",
                                readings.get().read(payload.record(), payload.context())));
    }

    private Optional<Read> fromLog(LetterRow letter) throws LogUnavailable {
        var partition = letter.key().partition();
        var deadly =
                operations
                        .ask(client -> SelectDeadlyOffsets.run(client, List.of(partition)))
                        .getOrDefault(partition, Set.of());
        var reading = readings.get();
        return records.inLog(
                        letter,
                        before -> {
                            if (!deadly.contains(before.offset())) {
                                reading.follow(before);
                            }
                        })
                .map(record -> new Read("log", reading.read(record)))
                .or(() -> fromPayload(letter));
    }
}
