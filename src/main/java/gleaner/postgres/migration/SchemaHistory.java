package gleaner.postgres.migration;

import gleaner.config.Settings;
import gleaner.postgres.Jdbc;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/** Which versions a database has seen, and the tool that applies the others. */
final class SchemaHistory {
    static final String SCHEMA = "gleaner";
    static final String TABLE = "gleaner_schema_history";

    private final Flyway flyway;

    SchemaHistory(Settings.Postgres settings) {
        flyway =
                Flyway.configure()
                        .dataSource(Jdbc.url(settings), settings.user(), Jdbc.password(settings))
                        .jdbcProperties(
                                Map.of(
                                        "ApplicationName", "gleaner migrations",
                                        "connectTimeout", Jdbc.connectSeconds(settings),
                                        // An adopted database would have a line told for
                                        // everything that it has already.
                                        "options", "-c client_min_messages=warning"))
                        .locations("classpath:migrations")
                        // A worker that was packed without them would work on an old schema.
                        .failOnMissingLocations(true)
                        .defaultSchema(SCHEMA)
                        .table(TABLE)
                        // A schema of the name that is not empty was not made by us; V1 is to run
                        // in any case.
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        // A replica of an older version lives on beside a newer schema.
                        .ignoreMigrationPatterns("*:future")
                        // A version that was taken back alone is run again below the others.
                        .outOfOrder(true)
                        .lockRetryCount(-1)
                        .validateMigrationNaming(false)
                        .load();
    }

    /** Applies what is pending, each version in a transaction of its own. */
    void migrate() {
        flyway.migrate();
    }

    /** The scripts that {@link #migrate} would run, in order. */
    List<Script> pending() {
        return Arrays.stream(flyway.info().pending())
                .map(version -> Script.load(version.getScript()))
                .toList();
    }

    /** Every version, the first one first. */
    List<MigrationStatus> versions() {
        return Arrays.stream(flyway.info().all())
                .filter(SchemaHistory::isOurs)
                .map(SchemaHistory::status)
                .toList();
    }

    /** Neither the mark of where an adopted database began, nor that of the schema's creation. */
    private static boolean isOurs(MigrationInfo version) {
        return version.isVersioned() && !version.getVersion().getVersion().equals("0");
    }

    private static MigrationStatus status(MigrationInfo version) {
        return new MigrationStatus(
                version.getVersion().getVersion(),
                version.getDescription(),
                version.getScript(),
                state(version),
                optional(version.getInstalledOn()).map(java.util.Date::toInstant).orElse(null),
                optional(version.getExecutionTime()).map(Duration::ofMillis).orElse(null),
                optional(version.getAppliedChecksum())
                        .or(() -> optional(version.getChecksum()))
                        .orElse(null));
    }

    private static MigrationStatus.State state(MigrationInfo version) {
        var state = version.getState();
        if (state.isFailed()) {
            return MigrationStatus.State.FAILED;
        }
        if (!state.isApplied()) {
            return MigrationStatus.State.PENDING;
        }
        if (state == MigrationState.FUTURE_SUCCESS) {
            return MigrationStatus.State.LATER;
        }
        return version.isChecksumMatching()
                ? MigrationStatus.State.APPLIED
                : MigrationStatus.State.CHANGED;
    }

    private static <T> Optional<T> optional(@Nullable T value) {
        return Optional.ofNullable(value);
    }
}
