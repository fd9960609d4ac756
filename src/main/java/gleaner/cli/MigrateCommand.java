package gleaner.cli;

import gleaner.config.Settings;
import gleaner.postgres.migration.Migrations;
import gleaner.postgres.migration.PlannedScript;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings the database to the schema of this version or back, or tells how it stands. */
@Command(
        name = "migrate",
        description = "Migrates the database to this version; run does the same before it starts.")
public final class MigrateCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private SettingsOption settingsOption = new SettingsOption();

    @ArgGroup private Instead instead = new Instead();

    @Mixin private JsonOption output = new JsonOption();

    @Option(names = "--apply", description = "With --undo: does what is printed otherwise.")
    private boolean apply;

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

        @Option(
                names = "--undo",
                arity = "0..1",
                fallbackValue = "",
                paramLabel = "VERSION",
                description = {
                    "Prints what would take a version back, the newest one where none is named,"
                            + " with",
                    "those that stand on it. All data are kept. Refused while a worker holds"
                            + " claims."
                })
        private @Nullable String undo;

        @Option(
                names = "--finish",
                description = {
                    "Drops the column that was kept when the preferences of a large table became",
                    "JSONB. From then on taking V2 back rewrites the table."
                })
        private boolean finish;
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
        if (output.isJson() && !instead.status) {
            throw new WrongCall("--json goes with --status");
        }
        if (instead.status) {
            printStatus(settings);
        } else if (instead.dryRun) {
            print(Migrations.plan(settings), "-- nothing is pending");
        } else if (instead.undo != null) {
            undo(settings, Optional.of(instead.undo).filter(version -> !version.isEmpty()));
        } else if (instead.finish) {
            print(
                    Migrations.finish(settings)
                            ? "the old column is gone"
                            : "there was nothing to finish");
        } else {
            migrate(settings);
            print("the database has the schema of this version");
        }
    }

    private void migrate(Settings.Postgres settings) {
        if (!ProgressBar.hasTerminal()) {
            Migrations.run(settings);
            return;
        }
        var bar = new ProgressBar(surroundings.err());
        try {
            Migrations.run(settings, bar);
        } finally {
            bar.close();
        }
    }

    private void undo(Settings.Postgres settings, Optional<String> version) {
        if (apply) {
            print("taken back: V" + String.join(", V", Migrations.undo(settings, version)));
        } else {
            print(Migrations.planUndo(settings, version), "-- nothing to take back");
            print("-- Nothing was changed; --apply does it.");
        }
    }

    private void printStatus(Settings.Postgres settings) {
        if (output.isJson()) {
            print(
                    new JsonObject()
                            .put("versions", versions(settings))
                            .put("conversion", wireName(Migrations.conversion(settings)))
                            .encode());
            return;
        }
        var table = new Table("version", "what", "state", "when", "took", "checksum");
        for (var version : Migrations.status(settings)) {
            table.row(
                    version.version(),
                    version.description(),
                    wireName(version.state()),
                    cell(version.when(), when -> when.truncatedTo(ChronoUnit.SECONDS).toString()),
                    cell(version.took(), took -> took.toMillis() + " ms"),
                    cell(version.checksum(), "%08x"::formatted));
        }
        table.lines().forEach(this::print);
        switch (Migrations.conversion(settings)) {
            case NONE -> {}
            case BEGUN ->
                    print("The preferences are being converted; migrate goes on where it stopped.");
            case KEEPS_OLD_COLUMN ->
                    print("The old column of the preferences is kept; migrate --finish drops it.");
        }
    }

    private static JsonArray versions(Settings.Postgres settings) {
        var report = new Report("version", "what", "state", "when", "took_ms", "checksum");
        for (var version : Migrations.status(settings)) {
            report.row(
                    version.version(),
                    version.description(),
                    wireName(version.state()),
                    version.when(),
                    version.took() == null ? null : version.took().toMillis(),
                    version.checksum() == null ? null : "%08x".formatted(version.checksum()));
        }
        return report.json();
    }

    private static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void print(List<PlannedScript> scripts, String none) {
        if (scripts.isEmpty()) {
            print(none);
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
