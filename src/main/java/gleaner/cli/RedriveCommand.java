package gleaner.cli;

import gleaner.config.Settings;
import gleaner.cycle.SingleReading;
import gleaner.kafka.LogUnavailable;
import gleaner.postgres.DatabaseRefusal;
import gleaner.postgres.operation.Operations;
import gleaner.postgres.operation.Order;
import gleaner.postgres.operation.Redriven;
import gleaner.postgres.operation.Redriving;
import gleaner.postgres.statement.LetterKey;
import gleaner.postgres.statement.LetterRow;
import gleaner.postgres.statement.SelectDeadLetter;
import gleaner.postgres.statement.SelectDeadLetters;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Applies the records of dead letters after all. */
@Command(
        name = "redrive",
        description = "Reads the records of dead letters again, and applies them.",
        footer = {
            "",
            "Each record is read from the log at its position, with the context before it, or from",
            "the kept payload where the log no longer holds it; and applied by the worker's rules,",
            "beside running workers, in a transaction of its own that also removes the letter."
                    + " What",
            "cannot be applied stays a dead letter, with the reason of this time.",
            "A record that processes died of is tried only where its position is given: it may"
                    + " kill",
            "this one, too.",
            "",
            "Exits with 1 when a letter is still dead."
        })
public final class RedriveCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Function<Settings, Supplier<SingleReading>> readings;

    @Mixin private SettingsOption settingsOption = new SettingsOption();
    @Mixin private LetterChoice choice = new LetterChoice();
    @Mixin private ApplyOption apply = new ApplyOption();
    @Mixin private JsonOption output = new JsonOption();

    @Option(
            names = "--all",
            description = "All that --topic, --partition and --error leave, deadly ones left out.")
    private boolean all;

    @Parameters(
            paramLabel = "POSITION",
            arity = "0..*",
            converter = LetterKeyConverter.class,
            description = "Those at topic/partition/offset, as dead-letters list shows it.")
    private List<LetterKey> keys = new ArrayList<>();

    /**
     * Takes what it drives.
     *
     * @param readings how records are read, by the settings; loading may take a moment
     */
    public RedriveCommand(
            Surroundings surroundings, Function<Settings, Supplier<SingleReading>> readings) {
        this.surroundings = surroundings;
        this.readings = readings;
    }

    @Override
    public Integer call() throws IOException {
        if (all != keys.isEmpty()) {
            throw new WrongCall("give either positions or --all");
        }
        var settings = settingsOption.load(surroundings);
        return settings.isPresent() ? redrive(settings.get()) : Exit.USAGE;
    }

    private int redrive(Settings settings) throws LogUnavailable {
        try (var operations = Operations.open(settings.postgres());
                var records = LetterRecords.open(settings)) {
            var reading = new LetterReading(records, readings.apply(settings), operations);
            var report =
                    new Report(
                            "position",
                            "read_from",
                            "outcome",
                            "observations",
                            "beliefs",
                            "preferences",
                            "reason");
            var isAllApplied = true;
            for (var letter : letters(operations)) {
                isAllApplied &= redrive(letter, reading, operations, settings, report);
            }
            output.print(report, apply.isGiven(), surroundings);
            return isAllApplied ? Exit.OK : Exit.FAILED;
        }
    }

    private List<LetterRow> letters(Operations operations) {
        if (all) {
            return operations
                    .ask(client -> SelectDeadLetters.run(client, choice.which(), Integer.MAX_VALUE))
                    .stream()
                    .filter(letter -> !letter.isDeadly())
                    .toList();
        }
        return keys.stream().map(key -> letter(key, operations)).toList();
    }

    private static LetterRow letter(LetterKey key, Operations operations) {
        return operations
                .ask(client -> SelectDeadLetter.at(client, key))
                .orElseThrow(() -> new WrongCall("there is no dead letter at " + key));
    }

    private boolean redrive(
            LetterRow letter,
            LetterReading reading,
            Operations operations,
            Settings settings,
            Report report)
            throws LogUnavailable {
        var read = reading.read(letter);
        if (read.isEmpty()) {
            add(report, letter, null, "lost", "neither the log nor a payload holds the record");
            return false;
        }
        var arguments = new JsonObject().put("position", letter.key().toString());
        var redriving =
                new Redriving(
                        operations.effects(settings.limits()), letter.key(), read.get().effect());
        var order = apply.order("dead-letters redrive", arguments);
        return add(report, letter, read.get().from(), make(operations, order, redriving));
    }

    private static Redriven make(Operations operations, Order order, Redriving redriving) {
        try {
            return operations.make(order, redriving);
        } catch (DatabaseRefusal refusal) {
            var content = refusal.content();
            if (content.isEmpty()) {
                throw refusal;
            }
            return operations.make(order, redriving.refused(content.get()));
        }
    }

    private static boolean add(Report report, LetterRow letter, String from, Redriven result) {
        switch (result) {
            case Redriven.Applied(var observations, var beliefs, var preferences) ->
                    report.row(
                            letter.key(),
                            from,
                            "applied",
                            observations,
                            beliefs,
                            preferences,
                            null);
            case Redriven.Ignored _ -> add(report, letter, from, "ignored", "none of our events");
            case Redriven.NotThere _ ->
                    add(report, letter, from, "not there", "applied or purged meanwhile");
            case Redriven.StillDead(var errorClass, var sqlState, var reason) ->
                    add(
                            report,
                            letter,
                            from,
                            "still dead",
                            errorClass + ": " + reason + (sqlState == null ? "" : ", " + sqlState));
        }
        return !(result instanceof Redriven.StillDead);
    }

    private static void add(
            Report report, LetterRow letter, @Nullable String from, String outcome, String why) {
        report.row(letter.key(), from, outcome, null, null, null, why);
    }
}
