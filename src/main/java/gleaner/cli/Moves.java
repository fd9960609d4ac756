package gleaner.cli;

import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import gleaner.kafka.KafkaLog;
import gleaner.kafka.LogUnavailable;
import gleaner.postgres.operation.Moved;
import gleaner.postgres.statement.MovePositions.Move;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** From a place in the log to the positions of partitions there, and how it is told. */
final class Moves {
    private Moves() {}

    /** Where each of the chosen partitions would go. */
    static Map<Partition, Move> to(
            LogPlace place, PartitionChoice choice, Map<Partition, LogBounds> bounds, KafkaLog log)
            throws LogUnavailable {
        var moves = new TreeMap<Partition, Move>();
        place.in(choice.of(bounds.keySet()), bounds, log)
                .forEach((partition, offset) ->
                        moves.put(
                                partition,
                                new Move(
                                        partition,
                                        Objects.requireNonNull(bounds.get(partition)).topicId(),
                                        offset)));
        return moves;
    }

    static Report report(List<Moved> moved) {
        var report = new Report("topic", "partition", "from", "to", "was_parked");
        for (var one : moved) {
            var before = one.before();
            report.row(
                    before.partition().topic(),
                    before.partition().number(),
                    before.position(),
                    one.position(),
                    before.parked());
        }
        return report;
    }
}
