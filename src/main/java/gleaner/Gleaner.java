package gleaner;

import gleaner.cli.DeadLettersCommand;
import gleaner.cli.DoctorCommand;
import gleaner.cli.EvalCommand;
import gleaner.cli.Exit;
import gleaner.cli.ExtractCommand;
import gleaner.cli.ForgetCommand;
import gleaner.cli.HealthCommand;
import gleaner.cli.KnownFailure;
import gleaner.cli.ListLettersCommand;
import gleaner.cli.MigrateCommand;
import gleaner.cli.Misuse;
import gleaner.cli.PartitionsCommand;
import gleaner.cli.PurgeLettersCommand;
import gleaner.cli.RebuildCommand;
import gleaner.cli.RedriveCommand;
import gleaner.cli.RewindCommand;
import gleaner.cli.RunCommand;
import gleaner.cli.ShowLetterCommand;
import gleaner.cli.Signals;
import gleaner.cli.StateHashCommand;
import gleaner.cli.Surroundings;
import gleaner.cli.TidyCommand;
import gleaner.cli.UnparkCommand;
import gleaner.cli.WorkerStart.RunningWorker;
import gleaner.cli.WrongCall;
import gleaner.config.Settings;
import gleaner.postgres.migration.Migrations;
import io.vertx.core.Future;
import io.vertx.core.VertxOptions;
import java.io.PrintStream;
import java.io.PrintWriter;
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
        return commandLine(surroundings, WorkerParts.USUAL);
    }

    /** As the other, for a worker with some other parts. */
    static CommandLine commandLine(Surroundings surroundings, WorkerParts parts) {
        return new CommandLine(new Gleaner())
                .addSubcommand(
                        new RunCommand(
                                surroundings,
                                Migrations::run,
                                settings -> start(settings, parts),
                                Signals::atFirst))
                .addSubcommand(new MigrateCommand(surroundings))
                .addSubcommand(new DoctorCommand(surroundings))
                .addSubcommand(new ExtractCommand(surroundings))
                .addSubcommand(new EvalCommand(surroundings))
                .addSubcommand(new StateHashCommand(surroundings))
                .addSubcommand(new HealthCommand(surroundings))
                .addSubcommand(new ForgetCommand(surroundings))
                .addSubcommand(new TidyCommand(surroundings))
                .addSubcommand(
                        new CommandLine(new DeadLettersCommand())
                                .addSubcommand(new ListLettersCommand(surroundings))
                                .addSubcommand(new ShowLetterCommand(surroundings))
                                .addSubcommand(new RedriveCommand(surroundings, Readings::singly))
                                .addSubcommand(new PurgeLettersCommand(surroundings)))
                .addSubcommand(
                        new CommandLine(new PartitionsCommand(surroundings))
                                .addSubcommand(new UnparkCommand(surroundings)))
                .addSubcommand(new RewindCommand(surroundings))
                .addSubcommand(
                        new RebuildCommand(
                                surroundings,
                                (live, scratch, stretches) ->
                                        Replay.of(live, parts, scratch, stretches)))
                .setUsageHelpWidth(HELP_WIDTH)
                // An argument that starts with an at sign is an id, never a file of arguments.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(new Misuse())
                .setOut(writer(surroundings.out()))
                .setErr(writer(surroundings.err()))
                .setExecutionExceptionHandler(
                        (failure, command, _) -> failed(failure, command, surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    private static Future<RunningWorker> start(Settings settings, WorkerParts parts) {
        return Worker.start(settings, new VertxOptions(), parts).map(Running::new);
    }

    /** A wrong call and broken infrastructure are told in a line; a bug, with its trace. */
    private static int failed(Exception failure, CommandLine command, Surroundings surroundings) {
        if (failure instanceof WrongCall) {
            surroundings.err().println(command.getCommandName() + ": " + failure.getMessage());
            return Exit.USAGE;
        }
        if (KnownFailure.is(failure)) {
            surroundings.err().println(command.getCommandName() + ": " + failure.getMessage());
        } else {
            failure.printStackTrace(surroundings.err());
        }
        return KnownFailure.exitCode(failure);
    }

    /** The worker, as its command sees it. */
    private record Running(Worker worker) implements RunningWorker {
        @Override
        public Future<String> beyondRepair() {
            return worker.beyondRepair()
                    .map(outage ->
                            "the database refuses everything since "
                                    + outage.since()
                                    + " with SQLSTATE "
                                    + outage.sqlState());
        }

        @Override
        public Future<Void> stop() {
            return worker.stop();
        }
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
