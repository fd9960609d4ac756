package gleaner.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import gleaner.cli.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the whole system at work, on this machine alone. */
@Command(
        name = "gleaner demo",
        description = {
            "Starts a real Kafka broker and a real PostgreSQL in a temporary folder, lets sample"
                    + " people talk, shows what the worker learns of them and why, and runs until"
                    + " Ctrl-C."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every record is accounted for",
            "1:something failed or was lost; it is said what",
            "2:called wrongly"
        })
public final class Demo implements Callable<Integer> {
    @SuppressWarnings("UnusedVariable") // read by picocli
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Option(names = "--once", description = "As fast as it goes, and end after the summary.")
    private boolean once;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = "${sys:gleaner.home:-.}/config/samples/conversations.jsonl",
            description = "Records to send, in the format of config/samples/README.md.")
    private Path file = Path.of("");

    private final Terminal terminal;

    private Demo(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] args) {
        var demo = new Demo(Terminal.ofProcess(System.getenv()));
        System.exit(new CommandLine(demo).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Script script;
        try {
            script = new Script(file, SampleFile.read(file), expected(), once);
        } catch (NoSuchFileException e) {
            System.err.println("there is no file " + file.toAbsolutePath().normalize());
            return Exit.USAGE;
        } catch (JsonProcessingException e) {
            System.err.println(expectations() + ": " + e.getOriginalMessage());
            return Exit.USAGE;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return Exit.USAGE;
        }
        try {
            return perform(script, Ending.onSignal(terminal));
        } catch (CancellationException e) {
            return once ? Exit.FAILED : Exit.OK;
        } catch (IOException | SQLException | ExecutionException e) {
            terminal.line("  " + terminal.bad("failed: " + e.getMessage()));
            return Exit.FAILED;
        }
    }

    /** What has to become of the records, where the file has it beside it. */
    private Optional<SampleExpectations.Records> expected() throws IOException {
        return Files.exists(expectations())
                ? Optional.of(SampleExpectations.read(expectations()).records())
                : Optional.empty();
    }

    private Path expectations() {
        return file.resolveSibling("expected.json");
    }

    /** Builds the stage, plays, and takes everything down again, whatever happened on it. */
    private int perform(Script script, Ending ending) throws Exception {
        try (var closing = new Closing()) {
            var folder = Folder.temporary("gleaner-demo-");
            closing.add(folder::close);
            var log = LogFile.in(folder.path());
            try {
                var stage = Stage.build(terminal, folder.path(), ending, closing);
                var sound = stage.show(script, ending).problems().isEmpty();
                if (!sound) {
                    log.tell(terminal);
                }
                if (!once) {
                    stage.doors(log).show(terminal);
                    ending.awaitAsked();
                }
                return sound ? Exit.OK : Exit.FAILED;
            } catch (IOException | SQLException | ExecutionException e) {
                log.tell(terminal);
                throw e;
            }
        }
    }
}
