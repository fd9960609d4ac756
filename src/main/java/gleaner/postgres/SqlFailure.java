package gleaner.postgres;

import gleaner.cycle.WriteOutcome;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a failure means for a batch: decided by SQLSTATE, in this one place.
 *
 * <p>The reason that goes into logs and dead letters is made of names alone. PostgreSQL's own
 * messages quote values.
 */
enum SqlFailure {
    /** Waiting may mend it. */
    PASSING,
    /** Less at a time may mend it. */
    TOO_LONG,
    /** Some record's content is at fault. */
    CONTENT,
    /** Somebody has to repair the set-up. */
    SETUP;

    /** No connection, or one that broke; the client has no SQLSTATE for these. */
    static final String CONNECTION_FAILURE = "08006";

    private static final Set<String> CONTENT_CLASSES = Set.of("21", "22", "23", "44", "54", "P0");
    private static final Set<String> SETUP_CLASSES = Set.of("28", "42");
    private static final String NO_SUCH_DATABASE = "3D000";

    /** A statement was cancelled: by its time limit, by ours of the whole transaction, by hand. */
    private static final String CANCELLED = "57014";

    /**
     * By the SQLSTATE's class. What no class names (an internal error, a state of a newer server)
     * counts as passing: the batch waits, the worker is not ready, and nothing is lost; as content
     * it would empty the log into dead letters.
     */
    static SqlFailure of(String sqlState) {
        var group = sqlState.substring(0, Math.min(2, sqlState.length()));
        if (CONTENT_CLASSES.contains(group)) {
            return CONTENT;
        }
        if (SETUP_CLASSES.contains(group) || sqlState.equals(NO_SUCH_DATABASE)) {
            return SETUP;
        }
        return sqlState.equals(CANCELLED) ? TOO_LONG : PASSING;
    }

    /** The SQLSTATE of a failure, ours where the client has none; nothing where it is a bug. */
    static Optional<String> sqlState(Throwable failure) {
        return switch (failure) {
            case PgException e -> Optional.of(e.getSqlState());
            case Overtaken _ -> Optional.of(Overtaken.SQL_STATE);
            // Closed, timed out, refused, a full queue: the client's own ways to have no
            // connection.
            case VertxException _, IOException _, TimeoutException _ ->
                    Optional.of(CONNECTION_FAILURE);
            default -> Optional.empty();
        };
    }

    /** What becomes of the batch; nothing where the failure is a bug. */
    static Optional<WriteOutcome> outcome(Throwable failure) {
        return sqlState(failure).map(state -> of(state).outcome(state, reason(failure)));
    }

    private WriteOutcome outcome(String sqlState, String reason) {
        return switch (this) {
            case PASSING -> new WriteOutcome.Unavailable(sqlState, reason);
            case TOO_LONG -> new WriteOutcome.TooLong(sqlState, reason);
            case CONTENT -> new WriteOutcome.Refused(sqlState, reason);
            case SETUP -> new WriteOutcome.Fatal(sqlState, reason);
        };
    }

    /** What failed, in names alone. */
    static String reason(Throwable failure) {
        if (!(failure instanceof PgException e)) {
            return failure.getClass().getSimpleName();
        }
        return Stream.of(
                        named("table", e.getTable()),
                        named("column", e.getColumn()),
                        named("constraint", e.getConstraint()),
                        named("in", e.getRoutine()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ", "SQLSTATE " + e.getSqlState() + " ", ""))
                .strip();
    }

    @SuppressWarnings("NullAway") // the client's getters may give null
    private static Optional<String> named(String kind, String name) {
        return Optional.ofNullable(name).map(n -> kind + " " + n);
    }
}
