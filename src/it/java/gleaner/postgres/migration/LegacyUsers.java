package gleaner.postgres.migration;

import gleaner.config.Settings;
import gleaner.postgres.Db;
import gleaner.servers.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;

/** A legacy database with many users, and settings for which these are many. */
public final class LegacyUsers {
    public static final int MANY = 3_000;
    public static final int LARGE_ABOVE = 1_000;

    private LegacyUsers() {}

    /** Users {@code user-1} and so on, a fifth of them without a name, one with NULL. */
    public static void in(TestDatabase database, int count) throws SQLException {
        StartingState.LEGACY.in(database);
        Db.execute(
                database,
                """
                INSERT INTO universal_users (universal_id, primary_username, preferences)
                SELECT 'user-' || n, 'u',
                       CASE WHEN n = 7 THEN NULL
                            WHEN n %% 5 = 0 THEN '{}'
                            ELSE format('{"preferred_name":  {"value": "N%%s", "confidence": 0.9}, "padding": "%%s"}',
                                        n, repeat(md5(n::text), 12)) END
                  FROM generate_series(1, %d) AS n
                """
                        .formatted(count));
    }

    /** For which a table is large that is not for the others. */
    public static Settings.Postgres settings(TestDatabase database) {
        return settings(database, Duration.ofSeconds(60));
    }

    static Settings.Postgres settings(TestDatabase database, Duration timeout) {
        var s = database.settings();
        return new Settings.Postgres(
                s.uri(),
                s.user(),
                s.password(),
                s.poolSize(),
                s.connectTimeout(),
                s.statementTimeout(),
                s.lockTimeout(),
                s.idleInTransactionTimeout(),
                timeout,
                LARGE_ABOVE);
    }
}
