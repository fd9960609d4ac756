package gleaner.postgres.migration;

import gleaner.config.Settings;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.List;
import java.util.random.RandomGenerator;

/** Ends what {@link OnlineConversion} left standing for the way back: the old column goes. */
final class Finish {
    private Finish() {}

    /** Gives whether there was anything to end. */
    static boolean run(Settings.Postgres settings) throws SQLException, InterruptedException {
        try (var database = Jdbc.connect(settings, "gleaner migrations")) {
            MigrationLock.take(database, new Patience(settings.migrationTimeout()));
            if (Conversion.in(database) != Conversion.KEEPS_OLD_COLUMN) {
                return false;
            }
            new ShortLock(database, RandomGenerator.getDefault())
                    .run(() -> {
                        database.execute(Script.load("online/3_finish.sql").text());
                        MigrationAudit.write(database, "migrate --finish", List.of("2"));
                    });
            return true;
        }
    }
}
