package gleaner.cli;

import gleaner.postgres.DatabaseRefusal;
import gleaner.postgres.migration.MigrationRefused;
import io.vertx.core.VertxException;
import java.io.IOException;

/**
 * Tells infrastructure that is broken, of which a line says enough, from bugs, which need a trace.
 */
public final class KnownFailure {
    private KnownFailure() {}

    public static boolean is(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof VertxException
                || failure instanceof MigrationRefused
                || failure instanceof DatabaseRefusal;
    }

    /** What the process ends with: another code where another try can do no better. */
    public static int exitCode(Throwable failure) {
        return failure instanceof MigrationRefused refused && refused.isSetUpWrongly()
                ? Exit.USAGE
                : Exit.FAILED;
    }
}
