package gleaner.cli;

import gleaner.config.Settings;
import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import gleaner.kafka.KafkaLog;
import gleaner.kafka.LogUnavailable;
import gleaner.postgres.rebuild.Comparison;
import gleaner.postgres.rebuild.Rebuild;
import gleaner.postgres.rebuild.Standing;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the memory anew from the log, beside the live one, and compares the two. */
@Command(
        name = "rebuild",
        description = "Replays the log into a database of its own, and compares the memories.",
        footer = {
            "",
            "Up to where the live memory is when it begins; the live database is only read, and",
            "workers may go on. The other database, gleaner_rebuild_..., is made on the same",
            "server, for which the role needs CREATEDB, and is dropped at the end; one that a",
            "killed process left behind goes with the next call.",
            "What other programs wrote, what was forgotten by command and records that processes",
            "died of are taken over from the live memory. What it learned elsewhere (by an older",
            "reader, other limits, a log that it began to read in the middle or that was"
                    + " compacted,",
            "a user whom another program wrote about since) shows as a difference; so does what a",
            "dead letter withholds, and a name that tidy merged into another. After a rewind wait",
            "until partitions shows no lag: before, the memory holds more than its positions say,",
            "and all of that would show.",
            "",
            "Exits with 0 when the memories are the same, and with 1 when they are not, or could",
            "not be compared: standard error says why."
        })
public final class RebuildCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Replay replay;

    @Mixin private SettingsOption settingsOption = new SettingsOption();
    @Mixin private JsonOption output = new JsonOption();

    @SuppressWarnings("UnusedVariable") // read by picocli
    @Option(
            names = "--verify",
            required = true,
            description = "Compares, and keeps nothing. There is no other way of rebuilding.")
    private boolean verify;

    /** Replays stretches of the log into a database, and blocks until all is applied. */
    @FunctionalInterface
    public interface Replay {
        void run(Settings live, Settings.Postgres scratch, Map<Partition, LogBounds> stretches)
                throws IOException;
    }

    /** Takes what it drives. */
    public RebuildCommand(Surroundings surroundings, Replay replay) {
        this.surroundings = surroundings;
        this.replay = replay;
    }

    @Override
    public Integer call() throws IOException {
        var settings = settingsOption.load(surroundings);
        return settings.isPresent() ? verify(settings.get()) : Exit.USAGE;
    }

    private int verify(Settings settings) throws IOException {
        try (var rebuild = Rebuild.of(settings.postgres())) {
            var interrupted = new Thread(() -> end(rebuild), "rebuild-interrupted");
            Runtime.getRuntime().addShutdownHook(interrupted);
            try {
                return verify(settings, rebuild);
            } finally {
                forget(interrupted);
            }
        }
    }

    /** The process ends when this does, whatever the work is about. */
    private void end(Rebuild rebuild) {
        surroundings.err().println("Interrupted; nothing was compared.");
        rebuild.close();
    }

    private static void forget(Thread interrupted) {
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException ending) {
            // It runs.
        }
    }

    private int verify(Settings settings, Rebuild rebuild) throws IOException {
        try (var log = KafkaLog.open(settings.kafka())) {
            if (!isWhole(rebuild.standings(), log)) {
                return Exit.FAILED;
            }
            var standings = rebuild.begin();
            if (!isWhole(standings, log)) {
                return Exit.FAILED;
            }
            replay.run(settings, rebuild.scratch(), Stretches.of(standings, log.bounds()).known());
        }
        return tell(rebuild.compare());
    }

    private boolean isWhole(List<Standing> standings, KafkaLog log) throws LogUnavailable {
        var obstacles = Stretches.of(standings, log.bounds()).obstacles();
        if (obstacles.isEmpty()) {
            return true;
        }
        var err = surroundings.err();
        obstacles.forEach(err::println);
        err.println(
                "Only the whole log makes the same memory. What can be compared is state-hash:");
        err.println(
                "before and after rewind --to beginning, or of two databases with the same log.");
        return false;
    }

    private int tell(Comparison comparison) {
        var report =
                new Report(
                        "part", "users_live", "users_rebuilt", "users_differing", "first_digests");
        for (var part : comparison.parts()) {
            report.row(
                    part.name(),
                    part.live(),
                    part.rebuilt(),
                    part.differing(),
                    part.firstDiffering().isEmpty()
                            ? null
                            : String.join(" ", part.firstDiffering()));
        }
        output.print(report, surroundings);
        var err = surroundings.err();
        err.println("state-hash of the live memory     " + comparison.liveHash());
        err.println("state-hash of the rebuilt memory  " + comparison.rebuiltHash());
        if (comparison.isSame()) {
            return Exit.OK;
        }
        err.println("The memories differ in " + comparison.differing() + " user(s).");
        return Exit.FAILED;
    }
}
