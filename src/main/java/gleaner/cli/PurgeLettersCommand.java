package gleaner.cli;

import gleaner.config.Settings;
import gleaner.postgres.operation.Operations;
import gleaner.postgres.operation.Purging;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes old dead letters at once, as the worker does bit by bit. */
@Command(
        name = "purge",
        description = "Deletes old dead letters, with whatever was kept of their records.",
        footer = {
            "",
            "The workers do the same by themselves at the age of dead-letters.keep. Letters of",
            "records that processes died of stay, without their payload: the workers must know",
            "whom not to touch."
        })
public final class PurgeLettersCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private SettingsOption settingsOption = new SettingsOption();
    @Mixin private ApplyOption apply = new ApplyOption();
    @Mixin private JsonOption output = new JsonOption();

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            converter = Age.class,
            description = "Those of this age, such as 30d; dead-letters.keep if not given.")
    private @Nullable Duration age;

    public PurgeLettersCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return settingsOption.load(surroundings).map(this::purge).orElse(Exit.USAGE);
    }

    private int purge(Settings settings) {
        var olderThan = age == null ? settings.deadLetters().keep() : age;
        var arguments = new JsonObject().put("older_than", olderThan.toString());
        try (var operations = Operations.open(settings.postgres())) {
            var report = new Report("letters", "older_than");
            report.row(
                    operations.make(
                            apply.order("dead-letters purge", arguments), new Purging(olderThan)),
                    olderThan);
            output.print(report, apply.isGiven(), surroundings);
            return Exit.OK;
        }
    }
}
