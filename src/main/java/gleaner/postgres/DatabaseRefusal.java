package gleaner.postgres;

import java.util.Set;

/**
 * The database did not do what a command asked. Its message names the SQLSTATE and what is at
 * fault, and never a value.
 */
public final class DatabaseRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** No such table, column or function. */
    private static final Set<String> OTHER_SCHEMA = Set.of("42P01", "42703", "42883", "3F000");

    private DatabaseRefusal(String message) {
        super(message, null, false, false);
    }

    /** The failure as a command may tell it; a bug stays what it is. */
    public static Throwable of(Throwable failure) {
        return SqlFailure.sqlState(failure)
                .<Throwable>map(state -> new DatabaseRefusal(told(state, failure)))
                .orElse(failure);
    }

    private static String told(String sqlState, Throwable failure) {
        if (OTHER_SCHEMA.contains(sqlState)) {
            return "the database has not the schema of this version: run gleaner migrate (SQLSTATE "
                    + sqlState
                    + ")";
        }
        // PostgreSQL's messages quote values where content is at fault, and names elsewhere.
        return switch (SqlFailure.of(sqlState)) {
            case CONTENT -> "the database refused it: " + SqlFailure.reason(failure);
            case PASSING, TOO_LONG, SETUP -> "the database cannot: " + failure.getMessage();
        };
    }
}
