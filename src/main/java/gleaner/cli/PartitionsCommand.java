package gleaner.cli;

import gleaner.config.Settings;
import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import gleaner.kafka.KafkaLog;
import gleaner.kafka.LogUnavailable;
import gleaner.postgres.operation.Operations;
import gleaner.postgres.statement.PartitionProgress;
import gleaner.postgres.statement.SelectProgress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows where every partition stands, in the database and in the log. */
@Command(
        name = "partitions",
        description = "Shows where every partition stands: who claimed it, position, lag, parked.",
        footer = {
            "",
            "state   claimed  somebody works on it, or died doing so",
            "        free     nobody does",
            "        parked   nobody may, until somebody looked at it; \"parked\" says why",
            "        new      nobody ever did",
            "        gone     the log knows no such partition",
            "lag     records between the position and the end of the log, or a few fewer",
            "deaths  how many owners in a row died here without progress"
        })
public final class PartitionsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private SettingsOption settingsOption = new SettingsOption();
    @Mixin private JsonOption output = new JsonOption();

    public PartitionsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return settingsOption.load(surroundings).map(this::show).orElse(Exit.USAGE);
    }

    private int show(Settings settings) {
        var progress = progress(settings.postgres());
        try (var log = KafkaLog.open(settings.kafka())) {
            output.print(report(progress, log.bounds()), surroundings);
            return Exit.OK;
        } catch (LogUnavailable away) {
            output.print(report(progress, null), surroundings);
            surroundings.err().println(away.getMessage());
            return Exit.FAILED;
        }
    }

    private static Map<Partition, PartitionProgress> progress(Settings.Postgres settings) {
        try (var operations = Operations.open(settings)) {
            return operations.ask(SelectProgress::all).stream()
                    .collect(
                            Collectors.toMap(
                                    PartitionProgress::partition,
                                    Function.identity(),
                                    (a, b) -> b,
                                    TreeMap::new));
        }
    }

    /**
     * @param bounds null where the log did not answer
     */
    private static Report report(
            Map<Partition, PartitionProgress> progress,
            @Nullable Map<Partition, LogBounds> bounds) {
        var report =
                new Report(
                        "topic",
                        "partition",
                        "state",
                        "position",
                        "log_beginning",
                        "log_end",
                        "lag",
                        "epoch",
                        "owner",
                        "deaths",
                        "moved_at",
                        "parked");
        var all = new TreeMap<Partition, @Nullable PartitionProgress>(progress);
        if (bounds != null) {
            bounds.keySet().forEach(p -> all.putIfAbsent(p, null));
        }
        all.forEach((partition, row) -> add(report, partition, row, bounds));
        return report;
    }

    private static void add(
            Report report,
            Partition partition,
            @Nullable PartitionProgress row,
            @Nullable Map<Partition, LogBounds> allBounds) {
        var bounds = allBounds == null ? null : allBounds.get(partition);
        report.row(
                partition.topic(),
                partition.number(),
                state(row, allBounds != null && bounds == null),
                row == null ? null : row.position(),
                bounds == null ? null : bounds.beginning(),
                bounds == null ? null : bounds.end(),
                row == null || bounds == null ? null : Math.max(0, bounds.end() - row.position()),
                row == null ? null : row.ownerEpoch(),
                row == null ? null : row.owner(),
                row == null ? null : row.deaths(),
                row == null ? null : row.movedAt(),
                row == null ? null : row.parked());
    }

    private static String state(@Nullable PartitionProgress row, boolean isGone) {
        if (row == null) {
            return "new";
        }
        if (row.parked() != null) {
            return "parked";
        }
        if (isGone) {
            return "gone";
        }
        return row.owner() == null ? "free" : "claimed";
    }
}
