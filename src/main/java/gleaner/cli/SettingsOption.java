package gleaner.cli;

import gleaner.config.Loading;
import gleaner.config.Settings;
import gleaner.config.SettingsLoader;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --config}, and what comes of it together with the environment. */
final class SettingsOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {
                "Settings that stand over the defaults, as in config/gleaner.yaml. The environment",
                "stands over both: kafka.group-id is GLEANER_KAFKA_GROUP_ID."
            })
    private @Nullable Path file;

    /** The settings; or nothing, and all that is wrong with them is told. */
    Optional<Settings> load(Surroundings surroundings) {
        return switch (SettingsLoader.load(Optional.ofNullable(file), surroundings.environment())) {
            case Loading.Loaded(var settings) -> {
                Logging.apply(settings.log());
                yield Optional.of(settings);
            }
            case Loading.Refused(var problems) -> {
                var err = surroundings.err();
                err.println("The settings have " + problems.size() + " problem(s):");
                problems.forEach(problem -> err.println("  " + problem));
                yield Optional.empty();
            }
        };
    }
}
