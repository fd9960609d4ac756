package gleaner.postgres.migration;

/**
 * The database is not in a state that the migrations can take it from, or somebody else held it for
 * too long. What was committed before can stay; the next try goes on from there. The message is for
 * the operator, and says what to do.
 */
public final class MigrationRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean isSetUpWrongly;

    MigrationRefused(String message, Throwable cause) {
        this(message, cause, false);
    }

    MigrationRefused(String message, Throwable cause, boolean isSetUpWrongly) {
        super(message, cause);
        this.isSetUpWrongly = isSetUpWrongly;
    }

    MigrationRefused(String message) {
        super(message);
        this.isSetUpWrongly = false;
    }

    /** Whether no other try can do better: a password, a right, a name is wrong. */
    public boolean isSetUpWrongly() {
        return isSetUpWrongly;
    }
}
