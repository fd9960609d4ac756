package gleaner.cli;

import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells what is wrong with a call, in one line above the usage. Of what nobody knows only the first
 * word is repeated, up to an equals sign: behind it may stand a password, and what is told here
 * ends up in the logs of a container.
 */
public final class Misuse implements IParameterExceptionHandler {
    /** In UTF-16 units. */
    private static final int MAX_TOLD = 300;

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        var err = command.getErr();
        err.println(printable(told(wrong)));
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            command.usage(err);
        }
        return Exit.USAGE;
    }

    private static String told(ParameterException wrong) {
        return wrong instanceof UnmatchedArgumentException unmatched
                ? "Unknown: '" + unmatched.getUnmatched().getFirst().split("=", 2)[0] + "'"
                : String.valueOf(wrong.getMessage());
    }

    private static String printable(String text) {
        var line = text.replaceAll("\\p{Cc}", " ");
        return line.length() <= MAX_TOLD ? line : line.substring(0, MAX_TOLD) + "...";
    }
}
