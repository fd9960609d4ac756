package gleaner.cli;

import gleaner.config.Settings;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings the database to the schema of this version, and does nothing else. */
@Command(
        name = "migrate",
        description = "Migrates the database to this version; run does the same before it starts.")
public final class MigrateCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Consumer<Settings.Postgres> migrations;

    @Mixin private SettingsOption settingsOption = new SettingsOption();

    /**
     * Takes what it drives.
     *
     * @param migrations blocks until the database is migrated, and throws where it cannot be
     */
    public MigrateCommand(Surroundings surroundings, Consumer<Settings.Postgres> migrations) {
        this.surroundings = surroundings;
        this.migrations = migrations;
    }

    @Override
    public Integer call() {
        return settingsOption.load(surroundings).map(this::migrate).orElse(Exit.USAGE);
    }

    private int migrate(Settings settings) {
        migrations.accept(settings.postgres());
        surroundings.out().println("the database has the schema of this version");
        return Exit.OK;
    }
}
