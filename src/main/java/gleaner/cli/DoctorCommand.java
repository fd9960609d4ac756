package gleaner.cli;

import gleaner.config.Settings;
import gleaner.doctor.Diagnosis;
import gleaner.extract.EntityNames;
import gleaner.kafka.doctor.LogExamination;
import gleaner.postgres.doctor.DatabaseExamination;
import gleaner.postgres.tidy.Sameness;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at the database and at the log, changes nothing, and says what is to be done first. */
@Command(
        name = "doctor",
        description = "Looks at the database and the log, and says what is to be done first.",
        footer = {
            "",
            "Changes nothing. Exits with 0 when all is ready, 1 when it is after what is listed, 2"
                    + " when it is not."
        })
public final class DoctorCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private SettingsOption settingsOption = new SettingsOption();

    @Mixin private JsonOption output = new JsonOption();

    public DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return settingsOption.load(surroundings).map(this::examine).orElse(Exit.USAGE);
    }

    private int examine(Settings settings) {
        var database =
                DatabaseExamination.of(
                        settings.postgres(), new Sameness(EntityNames.load()::singular));
        var log =
                LogExamination.of(
                        settings.kafka(), settings.limits().recordBytes(), database.positions());
        var diagnosis = Diagnosis.of(List.of(database.findings(), log));
        Function<Diagnosis, String> format =
                output.isJson() ? DiagnosisJson::of : DiagnosisText::of;
        surroundings.out().println(format.apply(diagnosis));
        return diagnosis.verdict().exitCode();
    }
}
