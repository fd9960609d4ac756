package gleaner.postgres.migration;

/**
 * The database is not in a state that the migrations can take it from, or somebody else held it for
 * too long. What was committed before can stay; the next try goes on from there. The message is for
 * the operator, and says what to do.
 */
public final class MigrationRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    MigrationRefused(String message, Throwable cause) {
        super(message, cause);
    }

    MigrationRefused(String message) {
        super(message);
    }
}
