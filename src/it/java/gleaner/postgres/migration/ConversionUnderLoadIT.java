package gleaner.postgres.migration;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.Eventually;
import gleaner.postgres.Db;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Other programs go on while a large table is converted. */
@RealServers
class ConversionUnderLoadIT {
    private static final int USERS = 30_000;

    @Test
    void noStatementFailsAndNothingWrittenIsLost(TestDatabase database) throws Exception {
        LegacyUsers.in(database, USERS);
        var atTheBeginning = new AtomicReference<Map<String, Long>>(Map.of());
        Map<String, Long> atTheEnd;
        var load = Load.on(database, USERS);
        try (load) {
            untilAllRanSince(load, Map.of());
            Migrations.run(
                    LegacyUsers.settings(database),
                    progress ->
                            atTheBeginning.updateAndGet(
                                    known -> known.isEmpty() ? load.counts() : known));
            atTheEnd = load.counts();
            untilAllRanSince(load, atTheEnd);
        }

        assertThat(load.failures).isEmpty();
        assertThat(atTheEnd)
                .allSatisfy((program, count) ->
                        assertThat(count)
                                .as(program)
                                .isGreaterThan(
                                        atTheBeginning
                                                .get()
                                                .getOrDefault(program, Long.MAX_VALUE)));
        assertThat(Db.value(database, "SELECT pg_typeof(preferences) FROM universal_users LIMIT 1"))
                .isEqualTo("jsonb");
        assertStored(database, load.stored);
        assertThat(
                        Db.value(
                                database,
                                "SELECT count(*) FROM universal_users WHERE preferences IS DISTINCT"
                                        + " FROM coalesce(preferences_text, '{}')::jsonb"))
                .isEqualTo("0");
        System.out.println("statements while the table was converted: " + atTheEnd);
    }

    private static void assertStored(TestDatabase database, Map<String, String> stored)
            throws SQLException {
        var documents = new java.util.HashMap<String, String>();
        for (var row :
                Db.rows(
                        database,
                        "SELECT universal_id, preferences, preferences->>'merged' FROM"
                                + " universal_users")) {
            var columns = row.split(" \\| ", -1);
            documents.put(columns[0], columns[1]);
            documents.put(columns[0] + " merged", columns[2]);
        }
        assertThat(stored)
                .isNotEmpty()
                .allSatisfy((user, document) ->
                        assertThat(documents.get(user)).as(user).isEqualTo(document));
    }

    private static void untilAllRanSince(Load load, Map<String, Long> before) throws Exception {
        Eventually.until(
                () ->
                        !load.failures.isEmpty()
                                || load.counts().entrySet().stream()
                                        .allMatch(program ->
                                                program.getValue()
                                                        > before.getOrDefault(program.getKey(), 0L)
                                                                + 20),
                () -> load.counts().toString());
    }
}
