package gleaner.postgres.migration;

import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code universal_users.preferences} from TEXT to JSONB beside running programs: a second column,
 * a trigger that keeps both, a back-fill, and a swap of names under a lock of milliseconds. V2 then
 * finds the column as it wants it. The old column stays until {@link Migrations#finish}.
 *
 * <p>Each step can be run again, so whoever is ended in between is followed by somebody who goes
 * on.
 */
final class OnlineConversion {
    private static final Logger LOG = LoggerFactory.getLogger(OnlineConversion.class);

    private static final String CONVERTED =
            """
            DO $$
            BEGIN
                IF NOT EXISTS (SELECT FROM pg_constraint
                                WHERE conrelid = 'public.universal_users'::regclass
                                  AND conname = 'gleaner_preferences_converted') THEN
                    ALTER TABLE public.universal_users ADD CONSTRAINT gleaner_preferences_converted
                        CHECK (preferences_jsonb IS NOT NULL) NOT VALID;
                END IF;
            END
            $$
            """;

    private static final String VALIDATE =
            "ALTER TABLE public.universal_users VALIDATE CONSTRAINT gleaner_preferences_converted";

    private static final String ANALYZE = "ANALYZE public.universal_users (preferences_jsonb)";

    private static final String NOT_CONVERTED =
            "ALTER TABLE public.universal_users DROP CONSTRAINT gleaner_preferences_converted";

    private static final String CHECK_VIOLATION = "23514";

    private final Jdbc database;
    private final ShortLock shortLock;
    private final ProgressListener progress;

    OnlineConversion(Jdbc database, ShortLock shortLock, ProgressListener progress) {
        this.database = database;
        this.shortLock = shortLock;
        this.progress = progress;
    }

    /** What {@link #run} sends, in order. */
    static List<PlannedScript> plan() {
        return List.of(
                new PlannedScript(
                        "online, with the functions of " + Preparation.CONVERSION,
                        new Script("", PreferenceReading.documentIn("gleaner")).statements()),
                Script.load("online/1_beside.sql").planned(),
                new PlannedScript(
                        "online, for one stretch of blocks after the other",
                        List.of(BackFill.FILL.strip())),
                new PlannedScript("online", List.of(CONVERTED.strip(), VALIDATE, ANALYZE)),
                Script.load("online/2_swap.sql").planned());
    }

    /**
     * Converts, or goes on.
     *
     * @param ourIndexes names of indexes that are made anew afterwards
     */
    void run(List<String> ourIndexes) throws SQLException, InterruptedException {
        refuseObstacles(ourIndexes);
        refuseUnreadable();
        database.execute("CREATE SCHEMA IF NOT EXISTS gleaner");
        database.execute(PreferenceReading.documentIn("gleaner"));
        shortLock.run(Script.load("online/1_beside.sql").text());
        BackFill.run(database, progress);
        proveAllConverted();
        database.execute(ANALYZE);
        var held = shortLock.run(Script.load("online/2_swap.sql").text());
        LOG.atInfo()
                .addKeyValue("swap_ms", held.toMillis())
                .log("preferences are JSONB; the old column is kept until migrate --finish");
    }

    private void refuseObstacles(List<String> ourIndexes) throws SQLException {
        var obstacles = Obstacles.in(database, ourIndexes);
        if (!obstacles.isEmpty()) {
            throw new MigrationRefused(
                    "the database was not migrated: universal_users is large, and these keep its"
                            + " column preferences from being exchanged beside running programs: "
                            + String.join("; ", obstacles)
                            + ". Drop them for the time being, or raise postgres.online-above-rows"
                            + " to convert under a lock");
        }
    }

    private void refuseUnreadable() throws SQLException {
        var found = UnreadablePreferences.in(database);
        if (found.unreadable() > 0) {
            throw found.refusal();
        }
    }

    /** From here on nobody can store what is no JSON object; as it will be in any case. */
    private void proveAllConverted() throws SQLException, InterruptedException {
        shortLock.run(CONVERTED);
        try {
            database.execute(VALIDATE);
        } catch (SQLException e) {
            if (CHECK_VIOLATION.equals(e.getSQLState())) {
                shortLock.run(NOT_CONVERTED);
                refuseUnreadable();
            }
            throw e;
        }
    }
}
