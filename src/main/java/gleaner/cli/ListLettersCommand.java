package gleaner.cli;

import gleaner.config.Settings;
import gleaner.postgres.operation.Operations;
import gleaner.postgres.statement.SelectDeadLetters;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists dead letters, without a word of their records. */
@Command(name = "list", description = "Lists dead letters, the latest first.")
public final class ListLettersCommand implements Callable<Integer> {
    private static final int DEFAULT_LIMIT = 100;

    private final Surroundings surroundings;

    @Mixin private SettingsOption settingsOption = new SettingsOption();
    @Mixin private LetterChoice choice = new LetterChoice();
    @Mixin private JsonOption output = new JsonOption();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many; 100 if not given.")
    private int limit = DEFAULT_LIMIT;

    public ListLettersCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return settingsOption.load(surroundings).map(this::list).orElse(Exit.USAGE);
    }

    private int list(Settings settings) {
        if (limit < 1) {
            throw new WrongCall("--limit is " + limit + "; allowed is 1 or more");
        }
        try (var operations = Operations.open(settings.postgres())) {
            var report = LetterReport.empty();
            operations
                    .ask(client -> SelectDeadLetters.run(client, choice.which(), limit))
                    .forEach(letter -> LetterReport.add(report, letter));
            output.print(report, surroundings);
            return Exit.OK;
        }
    }
}
