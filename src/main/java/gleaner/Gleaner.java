package gleaner;

import gleaner.cli.Exit;
import gleaner.cli.ExtractCommand;
import gleaner.cli.HealthCommand;
import gleaner.cli.Surroundings;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "gleaner",
        versionProvider = Gleaner.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Reads conversation events and keeps what people say of themselves as current"
                        + " beliefs, each with its evidence.",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:tried and failed; standard error says why",
            "2:called or set up wrongly; standard error names all that is wrong"
        })
public final class Gleaner implements Runnable {
    private static final int HELP_WIDTH = 100;

    @Spec private CommandSpec spec = CommandSpec.create();

    @SuppressWarnings("UnusedVariable") // read by picocli
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean help;

    @SuppressWarnings("UnusedVariable") // read by picocli
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    private boolean version;

    /** The only way out of the process, but for a second signal. */
    public static void main(String[] args) {
        System.exit(commandLine(Surroundings.ofProcess()).execute(args));
    }

    /** The commands, ready to be executed. */
    static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new Gleaner())
                .addSubcommand(new ExtractCommand(surroundings))
                .addSubcommand(new HealthCommand(surroundings))
                .setUsageHelpWidth(HELP_WIDTH)
                .setExecutionExceptionHandler(
                        (failure, command, _) -> failed(failure, command, surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** Broken infrastructure is told in a line; a bug, with its trace. */
    private static int failed(Exception failure, CommandLine command, Surroundings surroundings) {
        if (failure instanceof IOException) {
            surroundings.err().println(command.getCommandName() + ": " + failure.getMessage());
        } else {
            failure.printStackTrace(surroundings.err());
        }
        return Exit.FAILED;
    }

    /** As the jar's manifest names it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Gleaner.class.getPackage().getImplementationVersion();
            return new String[] {"gleaner " + (version == null ? "(not packaged)" : version)};
        }
    }
}
