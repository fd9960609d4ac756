package gleaner.postgres.migration;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a failure of a migration means, decided by its SQLSTATE. */
final class Failures {
    /** Raised by a migration that found rows it must not convert. */
    private static final String REFUSED_ROWS = "GL001";

    /** Class or state of what says that there is no connection, or that it ended. */
    private static final List<String> CONNECTING = List.of("08", "28", "3D", "53300", "57P");

    /** Whoever may not come in, no such database, no right. */
    private static final List<String> SET_UP = List.of("28", "3D000", "42501");

    private Failures() {}

    static MigrationRefused refused(Throwable failure) {
        return failure instanceof MigrationRefused refused
                ? refused
                : new MigrationRefused(
                        "the database was not migrated: " + told(failure),
                        failure,
                        isSetUpWrongly(failure));
    }

    /** What failed, in a line. Where no statement did, Flyway's own words only wrap those. */
    static String told(Throwable failure) {
        return sqlException(failure)
                .filter(e -> REFUSED_ROWS.equals(e.getSQLState()) || isAboutConnecting(e))
                .map(e -> e.getMessage() + because(e) + hint(e))
                .orElseGet(() -> String.valueOf(failure.getMessage()));
    }

    private static boolean isAboutConnecting(SQLException failure) {
        return CONNECTING.stream().anyMatch(stateOf(failure)::startsWith);
    }

    private static String because(SQLException failure) {
        var cause = failure.getCause();
        return cause == null
                ? ""
                : " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")";
    }

    private static String hint(SQLException failure) {
        if (failure.getCause() instanceof UnknownHostException) {
            return "; look at the host in postgres.uri";
        }
        return switch (stateOf(failure)) {
            case "28000", "28P01" -> "; look at postgres.user and its password";
            case "3D000" -> "; look at the database in postgres.uri";
            default -> "";
        };
    }

    private static boolean isSetUpWrongly(Throwable failure) {
        return sqlState(failure)
                .filter(state -> SET_UP.stream().anyMatch(state::startsWith))
                .isPresent();
    }

    private static String stateOf(SQLException failure) {
        return Objects.requireNonNullElse(failure.getSQLState(), "");
    }

    static Optional<String> sqlState(Throwable failure) {
        return sqlException(failure).map(SQLException::getSQLState);
    }

    private static Optional<SQLException> sqlException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
