package gleaner.cli;

import gleaner.config.Loading;
import gleaner.config.Settings;
import gleaner.config.SettingsLoader;
import gleaner.extract.EmbeddedReader;
import gleaner.extract.ReadingLimits;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what the embedded reader would learn from lines, without any server. */
@Command(
        name = "extract",
        description = "Shows what would be learned from the lines of standard input.",
        footer = {
            "",
            "text   Each line is one message; what it teaches is shown below it. Lines that teach",
            "       nothing are left out.",
            "jsonl  Each line is {\"id\": ..., \"text\": \"...\"} or",
            "       {\"id\": ..., \"messages\": [{\"role\": \"user\", \"content\": \"...\"}, ...]}",
            "       and is answered by one line; a line that cannot be read, by its \"error\".",
            "",
            "No server is asked, nothing is stored; the limits are the default ones."
        })
public final class ExtractCommand implements Callable<Integer> {
    /** The ways in which lines are understood and answered. */
    enum Format {
        TEXT,
        JSONL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Surroundings surroundings;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Format format = Format.TEXT;

    @Option(
            names = "--explain",
            description =
                    "Shows for each sentence what was read by which rule, what was left out and"
                            + " why, and what no rule reads; for text only.")
    private boolean explain;

    @Spec private CommandSpec spec = CommandSpec.create();

    public ExtractCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        var settings = defaults();
        var tally =
                new Answering(lineFormat(settings), surroundings.out(), surroundings.err())
                        .answer(new LineInput(surroundings.in(), settings.limits().recordBytes()));
        if (format == Format.TEXT) {
            surroundings
                    .err()
                    .printf(
                            "learned %d things from %d of %d lines%n",
                            tally.learned(), tally.taught(), tally.lines());
        }
        if (tally.refused() > 0) {
            surroundings
                    .err()
                    .printf("%d of %d lines could not be read%n", tally.refused(), tally.lines());
        }
        return tally.refused() == 0 ? Exit.OK : Exit.FAILED;
    }

    private LineFormat lineFormat(Settings settings) {
        var limits = settings.limits();
        var reader =
                EmbeddedReader.load(
                        new ReadingLimits(
                                limits.factsPerMessage(),
                                limits.quoteCharacters(),
                                settings.evidence().quotes()));
        if (explain) {
            return explaining(reader, limits.textBytes());
        }
        var reading = new ConversationReading(reader, limits, Clock.systemUTC().instant());
        return switch (format) {
            case TEXT -> new TextFormat(reading);
            case JSONL ->
                    new JsonLinesFormat(reading, new ConversationLine.Decoder(limits.jsonDepth()));
        };
    }

    private LineFormat explaining(EmbeddedReader reader, int textBytes) {
        if (format != Format.TEXT) {
            throw new ParameterException(spec.commandLine(), "--explain is for text only");
        }
        return new ExplainFormat(reader, textBytes);
    }

    /** The same limits whatever is set for the worker, so that results can be compared. */
    private static Settings defaults() {
        return switch (SettingsLoader.load(Optional.empty(), Map.of())) {
            case Loading.Loaded(var settings) -> settings;
            case Loading.Refused(var problems) -> throw new IllegalStateException(problems + "");
        };
    }
}
