package gleaner.cli;

import gleaner.config.Settings;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints one hash of the whole memory: two databases that learned from the same events agree. */
@Command(
        name = "state-hash",
        description = "Prints a hash of the whole memory; the same events give the same hash.")
public final class StateHashCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Function<Settings.Postgres, String> stateHash;

    @Mixin private SettingsOption settingsOption = new SettingsOption();

    /**
     * Takes what it drives.
     *
     * @param stateHash blocks until the memory is read, and throws where it cannot be
     */
    public StateHashCommand(
            Surroundings surroundings, Function<Settings.Postgres, String> stateHash) {
        this.surroundings = surroundings;
        this.stateHash = stateHash;
    }

    @Override
    public Integer call() {
        return settingsOption.load(surroundings).map(this::print).orElse(Exit.USAGE);
    }

    private int print(Settings settings) {
        surroundings.out().println(stateHash.apply(settings.postgres()));
        return Exit.OK;
    }
}
