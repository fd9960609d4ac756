package gleaner.postgres;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The database did not do what a command asked. Its message names the SQLSTATE and what is at
 * fault, and never a value.
 */
public final class DatabaseRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** No such table, column or function. */
    private static final Set<String> OTHER_SCHEMA = Set.of("42P01", "42703", "42883", "3F000");

    /** Overtaken; deadlock; lock not available. */
    private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01", "55P03");

    private final transient Optional<Content> content;
    private final boolean someoneInTheWay;

    /**
     * A record's content that the database refuses.
     *
     * @param reason in names alone
     */
    public record Content(String sqlState, String reason) {}

    private DatabaseRefusal(String message, Optional<Content> content, boolean someoneInTheWay) {
        super(message, null, false, false);
        this.content = content;
        this.someoneInTheWay = someoneInTheWay;
    }

    /** The failure as a command may tell it; a bug stays what it is. */
    public static Throwable of(Throwable failure) {
        return SqlFailure.sqlState(failure)
                .<Throwable>map(state ->
                        new DatabaseRefusal(
                                told(state, failure),
                                content(state, failure),
                                IN_THE_WAY.contains(state)))
                .orElse(failure);
    }

    /** As {@link #of(Throwable)}, of a statement that blocks. */
    public static DatabaseRefusal of(SQLException failure) {
        var state =
                Objects.requireNonNullElse(failure.getSQLState(), SqlFailure.CONNECTION_FAILURE);
        return new DatabaseRefusal(
                told(state, failure), Optional.empty(), IN_THE_WAY.contains(state));
    }

    /** For what no SQLSTATE tells. */
    public static DatabaseRefusal because(String message) {
        return new DatabaseRefusal(message, Optional.empty(), false);
    }

    private static Optional<Content> content(String sqlState, Throwable failure) {
        return SqlFailure.of(sqlState) == SqlFailure.CONTENT
                ? Optional.of(new Content(sqlState, SqlFailure.reason(failure)))
                : Optional.empty();
    }

    /**
     * Whether somebody else held or changed what it wanted, so that it may go well a little later.
     */
    public boolean isSomeoneInTheWay() {
        return someoneInTheWay;
    }

    /** What is wrong with the content; nothing where the failure is about something else. */
    public Optional<Content> content() {
        return content;
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
