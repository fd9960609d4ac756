package gleaner.postgres.migration;

import java.sql.SQLException;
import java.util.Optional;

/** What a failure of a migration means, decided by its SQLSTATE. */
final class Failures {
    /** Raised by a migration that found rows it must not convert. */
    private static final String REFUSED_ROWS = "GL001";

    private Failures() {}

    static MigrationRefused refused(Throwable failure) {
        if (failure instanceof MigrationRefused refused) {
            return refused;
        }
        var message =
                sqlException(failure)
                        .filter(e -> REFUSED_ROWS.equals(e.getSQLState()))
                        .map(Throwable::getMessage)
                        .orElse(failure.getMessage());
        return new MigrationRefused("the database was not migrated: " + message, failure);
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
