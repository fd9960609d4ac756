package gleaner.bench;

import gleaner.bench.jsonb.JsonbBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./gleaner bench}: what can be measured on this machine alone. */
@Command(
        name = "gleaner bench",
        description = "Measures what is claimed, on this machine alone.",
        subcommands = JsonbBench.class)
public final class Bench {
    @SuppressWarnings("UnusedVariable") // read by picocli
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    private Bench() {}

    public static void main(String[] args) {
        System.exit(
                new CommandLine(new Bench())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(args));
    }
}
