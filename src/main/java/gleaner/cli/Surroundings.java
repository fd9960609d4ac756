package gleaner.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a command sees of the process it runs in.
 *
 * @param environment the variables
 */
public record Surroundings(
        InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {

    /** Those of this process. */
    public static Surroundings ofProcess() {
        return new Surroundings(System.in, System.out, System.err, System.getenv());
    }
}
