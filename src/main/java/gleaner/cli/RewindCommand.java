package gleaner.cli;

import gleaner.config.Settings;
import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import gleaner.kafka.KafkaLog;
import gleaner.kafka.LogUnavailable;
import gleaner.postgres.operation.Moved;
import gleaner.postgres.operation.Operations;
import gleaner.postgres.operation.Rewinding;
import gleaner.postgres.statement.MovePositions.Move;
import gleaner.postgres.statement.PartitionProgress;
import gleaner.postgres.statement.SelectProgress;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has the log read again from an earlier place. */
@Command(
        name = "rewind",
        description = "Sets positions back, so that the records behind them are read again.",
        footer = {
            "",
            "What was applied before is recognised and changes nothing: the memory comes out the",
            "same. What a newer reader, or other limits, read in the records comes to what was"
                    + " read",
            "before. A running worker is fenced, and goes on from there by itself.",
            "Only ever back: partitions that stand at the place or before it stay. Where a",
            "partition is parked, or about to be, nothing is changed: see partitions unpark.",
            "",
            "Exits with 1 when a partition is in the way."
        })
public final class RewindCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private SettingsOption settingsOption = new SettingsOption();
    @Mixin private PartitionChoice choice = new PartitionChoice();
    @Mixin private ApplyOption apply = new ApplyOption();
    @Mixin private JsonOption output = new JsonOption();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "PLACE",
            converter = LogPlace.Converter.class,
            description = "beginning of the log, an offset, or a time (RFC 3339).")
    private LogPlace place = new LogPlace.Beginning();

    public RewindCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (place instanceof LogPlace.End) {
            throw new WrongCall("the end lies ahead; rewind only goes back");
        }
        var settings = settingsOption.load(surroundings);
        return settings.isPresent() ? rewind(settings.get()) : Exit.USAGE;
    }

    private int rewind(Settings settings) throws LogUnavailable {
        try (var log = KafkaLog.open(settings.kafka());
                var operations = Operations.open(settings.postgres())) {
            // Before the log is asked how far it reaches: a worker may move them meanwhile.
            var standing = operations.ask(SelectProgress::all);
            var bounds = log.bounds();
            var moves = Moves.to(place, choice, bounds, log);
            var inTheWay = inTheWay(standing, moves, bounds);
            if (!inTheWay.isEmpty()) {
                inTheWay.forEach(surroundings.err()::println);
                surroundings.err().println("Nothing was changed.");
                return Exit.FAILED;
            }
            var arguments = new JsonObject().put("to", place.toString());
            choice.addTo(arguments);
            var moved = operations.make(apply.order("rewind", arguments), new Rewinding(moves));
            tellWhatStays(moves, moved);
            tellWhatIsGone(moved, bounds);
            output.print(report(moved), apply.isGiven(), surroundings);
            return Exit.OK;
        }
    }

    private static List<String> inTheWay(
            List<PartitionProgress> standing,
            Map<Partition, Move> moves,
            Map<Partition, LogBounds> bounds) {
        return standing.stream()
                .filter(row -> moves.containsKey(row.partition()))
                .flatMap(row ->
                        inTheWay(row, Objects.requireNonNull(bounds.get(row.partition()))).stream())
                .toList();
    }

    /** Going back would hide what a worker parks a partition for. */
    private static Optional<String> inTheWay(PartitionProgress row, LogBounds log) {
        var partition = row.partition();
        if (row.parked() != null) {
            return Optional.of(
                    partition
                            + " is parked, "
                            + row.parked()
                            + ": let it go on by partitions unpark");
        }
        if (row.topicId() != null && !row.topicId().equals(log.topicId())) {
            return Optional.of(
                    partition + " is of a topic that was made anew since: a worker will park it");
        }
        return row.position() > log.end()
                ? Optional.of(
                        partition
                                + " stands at %d, behind the end of the log, which is %d: a worker will park it"
                                        .formatted(row.position(), log.end()))
                : Optional.empty();
    }

    private void tellWhatStays(Map<Partition, Move> moves, List<Moved> moved) {
        var gone = moved.stream().map(m -> m.before().partition()).collect(Collectors.toSet());
        moves.forEach((partition, move) -> {
            if (!gone.contains(partition)) {
                surroundings
                        .err()
                        .println(partition + " stays: it does not stand behind " + move.position());
            }
        });
    }

    private void tellWhatIsGone(List<Moved> moved, Map<Partition, LogBounds> bounds) {
        for (var one : moved) {
            var partition = one.before().partition();
            var beginning = Objects.requireNonNull(bounds.get(partition)).beginning();
            if (beginning > 0 && one.position() == beginning) {
                surroundings
                        .err()
                        .println(
                                partition
                                        + ": the log begins at "
                                        + beginning
                                        + "; what stood before is not read again");
            }
        }
    }

    private static Report report(List<Moved> moved) {
        var report = new Report("topic", "partition", "from", "to");
        for (var one : moved) {
            var before = one.before();
            report.row(
                    before.partition().topic(),
                    before.partition().number(),
                    before.position(),
                    one.position());
        }
        return report;
    }
}
