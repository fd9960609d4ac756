package gleaner.cli;

import gleaner.config.Settings;
import gleaner.postgres.migration.Migrations;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings the database to the schema of this version, or tells how it stands. */
@Command(
        name = "migrate",
        description = "Migrates the database to this version; run does the same before it starts.")
public final class MigrateCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private SettingsOption settingsOption = new SettingsOption();

    @ArgGroup private Instead instead = new Instead();

    /** What to do instead of migrating. */
    private static final class Instead {
        @Option(
                names = "--status",
                description = "Lists the versions: state, when, how long it took, checksum.")
        private boolean status;

        @Option(
                names = "--dry-run",
                description = "Prints each statement that is pending, and runs none.")
        private boolean dryRun;
    }

    public MigrateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var settings = settingsOption.load(surroundings).map(Settings::postgres);
        settings.ifPresent(this::run);
        return settings.isPresent() ? Exit.OK : Exit.USAGE;
    }

    private void run(Settings.Postgres settings) {
        if (instead.status) {
            printStatus(settings);
        } else if (instead.dryRun) {
            printPlan(settings);
        } else {
            Migrations.run(settings);
            print("the database has the schema of this version");
        }
    }

    private void printStatus(Settings.Postgres settings) {
        var table = new Table("version", "what", "state", "when", "took", "checksum");
        for (var version : Migrations.status(settings)) {
            table.row(
                    version.version(),
                    version.description(),
                    version.state().name().toLowerCase(Locale.ROOT),
                    cell(version.when(), when -> when.truncatedTo(ChronoUnit.SECONDS).toString()),
                    cell(version.took(), took -> took.toMillis() + " ms"),
                    cell(version.checksum(), "%08x"::formatted));
        }
        table.lines().forEach(this::print);
    }

    private void printPlan(Settings.Postgres settings) {
        var scripts = Migrations.plan(settings);
        if (scripts.isEmpty()) {
            print("-- nothing is pending");
        }
        for (var script : scripts) {
            print("-- " + script.name());
            script.statements().forEach(statement -> print(statement + ";\n"));
        }
    }

    private void print(String line) {
        surroundings.out().println(line);
    }

    private static <T> String cell(@Nullable T value, Function<T, String> text) {
        return Optional.ofNullable(value).map(text).orElse("-");
    }
}
