package gleaner.postgres.migration;

import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What pending migrations are expected to do, by the sizes of the tables. The rates are those of
 * one core and a plain disk, rounded down: the bench of the project prints them for other machines.
 */
final class Expectations {
    private static final long MEGABYTE = 1L << 20;
    private static final long REWRITTEN_A_SECOND = 20 * MEGABYTE;
    private static final long FILLED_A_SECOND = 8 * MEGABYTE;
    private static final long INDEXED_A_SECOND = 25 * MEGABYTE;
    private static final long CHECKED_A_SECOND = 50 * MEGABYTE;

    private static final String USERS = "universal_users";
    private static final String RULES = "V4__look_ups_and_constraints.sql";

    private static final String SIZE =
            "SELECT coalesce(pg_table_size(to_regclass('public.' || ?)), 0)";

    private final Jdbc database;
    private final Preparation preparation;
    private final Ahead ahead;

    Expectations(Jdbc database, Preparation preparation) {
        this.database = database;
        this.preparation = preparation;
        this.ahead = preparation.ahead();
    }

    List<ExpectedWork> of(List<Script> pending) throws SQLException {
        var expected = new ArrayList<ExpectedWork>();
        for (var script : pending) {
            var works = works(script);
            expected.addAll(works.isEmpty() ? List.of(ExpectedWork.free(script)) : works);
        }
        return expected;
    }

    private List<ExpectedWork> works(Script script) throws SQLException {
        var works = new ArrayList<ExpectedWork>();
        if (script.name().equals(Preparation.CONVERSION) && preparation.isText()) {
            works.add(conversion(script));
        }
        for (var table : new TreeSet<>(ahead.tablesToIndex(script))) {
            works.add(
                    work(
                            script,
                            ahead.isLarge(table)
                                    ? "indexes on " + table + ", beside running programs"
                                    : "indexes on " + table + ": nobody writes it meanwhile",
                            table,
                            INDEXED_A_SECOND));
        }
        if (script.name().equals(RULES) && ahead.exists(USERS)) {
            works.add(
                    work(
                            script,
                            ahead.isLarge(USERS)
                                    ? "rules of universal_users, looked at beside running programs"
                                    : "rules of universal_users: nobody reads or writes it"
                                            + " meanwhile",
                            USERS,
                            CHECKED_A_SECOND));
        }
        return works;
    }

    private ExpectedWork conversion(Script script) throws SQLException {
        return preparation.convertsOnline()
                ? work(
                        script,
                        "universal_users is converted beside running programs; thrice nobody reads"
                                + " or writes it for milliseconds",
                        USERS,
                        FILLED_A_SECOND)
                : work(
                        script,
                        "universal_users is rewritten: nobody reads or writes it meanwhile",
                        USERS,
                        REWRITTEN_A_SECOND);
    }

    private ExpectedWork work(Script script, String lock, String table, long bytesASecond)
            throws SQLException {
        var bytes = database.number(SIZE, table);
        return ExpectedWork.of(script, lock, Duration.ofSeconds(Math.ceilDiv(bytes, bytesASecond)));
    }
}
