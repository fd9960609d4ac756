package gleaner.postgres.migration;

/**
 * The database is not in a state that the migrations can take it from, or somebody else held it for
 * too long. Nothing was changed. The message is for the operator, and says what to do.
 */
public final class MigrationRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    MigrationRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
