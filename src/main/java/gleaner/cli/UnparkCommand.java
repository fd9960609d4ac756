package gleaner.cli;

import gleaner.config.Settings;
import gleaner.kafka.KafkaLog;
import gleaner.kafka.LogUnavailable;
import gleaner.postgres.operation.Operations;
import gleaner.postgres.operation.Unparking;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Decides where parked partitions go on. */
@Command(
        name = "unpark",
        description = "Lets parked partitions go on, from the place that you decide.",
        footer = {
            "",
            "A partition is parked when its topic was made anew, or the log no longer holds its",
            "position. From the beginning, records that were applied before are recognised and",
            "change nothing; what the log lost is not learned. At the end, all that the log holds",
            "now is passed over. A running worker goes on by itself."
        })
public final class UnparkCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private SettingsOption settingsOption = new SettingsOption();
    @Mixin private PartitionChoice choice = new PartitionChoice();
    @Mixin private ApplyOption apply = new ApplyOption();
    @Mixin private JsonOption output = new JsonOption();

    @Option(
            names = "--at",
            required = true,
            paramLabel = "PLACE",
            converter = LogPlace.Converter.class,
            description = "beginning or end of the log, an offset, or a time (RFC 3339).")
    private LogPlace place = new LogPlace.Beginning();

    public UnparkCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        var settings = settingsOption.load(surroundings);
        return settings.isPresent() ? unpark(settings.get()) : Exit.USAGE;
    }

    private int unpark(Settings settings) throws LogUnavailable {
        try (var log = KafkaLog.open(settings.kafka());
                var operations = Operations.open(settings.postgres())) {
            var moves = Moves.to(place, choice, log.bounds(), log);
            var arguments = new JsonObject().put("at", place.toString());
            choice.addTo(arguments);
            var moved =
                    operations.make(
                            apply.order("partitions unpark", arguments), new Unparking(moves));
            output.print(Moves.report(moved), apply.isGiven(), surroundings);
            return Exit.OK;
        }
    }
}
