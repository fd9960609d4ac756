package gleaner.cli;

import gleaner.config.Settings;
import gleaner.postgres.Database;
import gleaner.postgres.StateHash;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints one hash of the whole memory: two databases that learned from the same events agree. */
@Command(
        name = "state-hash",
        description = "Prints a hash of the whole memory; the same events give the same hash.")
public final class StateHashCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private SettingsOption settingsOption = new SettingsOption();

    public StateHashCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return settingsOption.load(surroundings).map(this::print).orElse(Exit.USAGE);
    }

    private int print(Settings settings) {
        var vertx = Vertx.vertx();
        try {
            surroundings
                    .out()
                    .println(StateHash.of(Database.connect(vertx, settings.postgres())).await());
            return Exit.OK;
        } finally {
            vertx.close().await();
        }
    }
}
