package gleaner.postgres.migration;

import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What pending migrations would do to large tables under a lock, done before them beside running
 * programs: indexes are built concurrently, and the rules of V4 are validated in a transaction that
 * locks nobody out. The migrations then find it done.
 */
final class Ahead {
    private static final Pattern INDEX =
            Pattern.compile("CREATE INDEX IF NOT EXISTS (\\w+)\\s+ON public\\.(\\w+)");

    static final String RULES = "V4__look_ups_and_constraints.sql";

    private static final String EXISTS = "SELECT to_regclass('public.' || ?) IS NOT NULL";

    private static final String USELESS =
            """
            SELECT NOT i.indisvalid OR a.atttypid = 'text'::regtype
              FROM pg_index i
              LEFT JOIN pg_depend d
                ON d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid AND d.refobjid = i.indrelid
              LEFT JOIN pg_attribute a
                ON a.attrelid = i.indrelid AND a.attnum = d.refobjsubid AND a.attname LIKE 'preferences%'
             WHERE i.indexrelid = to_regclass('public.' || ?)
             ORDER BY 1 DESC NULLS LAST
             LIMIT 1
            """;

    private final Jdbc database;
    private final ShortLock shortLock;
    private final List<Script> pending;
    private final int largeAbove;

    /** An index that a pending migration makes. */
    private record Index(String name, String table, String statement) {

        static Optional<Index> of(String statement) {
            var index = INDEX.matcher(statement);
            return index.find()
                    ? Optional.of(new Index(index.group(1), index.group(2), statement))
                    : Optional.empty();
        }

        String concurrently() {
            return Script.withoutComments(statement)
                    .replaceFirst("CREATE INDEX", "CREATE INDEX CONCURRENTLY");
        }
    }

    Ahead(Jdbc database, ShortLock shortLock, List<Script> pending, int largeAbove) {
        this.database = database;
        this.shortLock = shortLock;
        this.pending = pending;
        this.largeAbove = largeAbove;
    }

    /** Whether this migration is pending. */
    boolean makes(String script) {
        return pending.stream().anyMatch(each -> each.name().equals(script));
    }

    /** The names of all indexes that pending migrations make. */
    List<String> indexNames() {
        return indexes().map(Index::name).toList();
    }

    boolean exists(String table) throws SQLException {
        return database.truth(EXISTS, table);
    }

    /** Whether a table is there, and has more rows than may be worked on under a lock. */
    boolean isLarge(String table) throws SQLException {
        return exists(table)
                && database.truth(
                        "SELECT count(*) > ? FROM (SELECT FROM public.%s LIMIT ?) AS first_rows"
                                .formatted(table),
                        largeAbove,
                        largeAbove + 1L);
    }

    /**
     * An index that a killed CREATE INDEX CONCURRENTLY left behind is used by nobody, and one on
     * the preferences as TEXT is none on JSONB; but each would pass for there.
     */
    void dropUseless() throws SQLException {
        for (var index : indexes().toList()) {
            if (database.rows(USELESS, row -> row.getBoolean(1), index.name()).contains(true)) {
                database.execute("DROP INDEX CONCURRENTLY public." + index.name());
            }
        }
    }

    /** What {@link #run} sends, in order. */
    List<PlannedScript> plan() throws SQLException {
        var statements = new ArrayList<>(indexesOfLargeTables());
        rules().ifPresent(script ->
                statements.addAll(List.of(function(script), rules(script), validation(script))));
        return statements.isEmpty()
                ? List.of()
                : List.of(new PlannedScript("ahead, for large tables", statements));
    }

    /**
     * Builds the indexes, and does what V4 does in one transaction that holds the table's lock
     * until all rows are looked at.
     */
    void run() throws SQLException, InterruptedException {
        for (var index : indexesOfLargeTables()) {
            database.execute(index);
        }
        var rules = rules();
        if (rules.isPresent()) {
            database.execute("CREATE SCHEMA IF NOT EXISTS gleaner");
            database.execute(function(rules.get()));
            shortLock.run(rules(rules.get()));
            database.execute(validation(rules.get()));
        }
    }

    /** Tables that are there, on which a script makes indexes that are not. */
    List<String> tablesToIndex(Script script) throws SQLException {
        var tables = new ArrayList<String>();
        for (var index : indexes(script).toList()) {
            if (exists(index.table()) && !exists(index.name())) {
                tables.add(index.table());
            }
        }
        return tables;
    }

    private List<String> indexesOfLargeTables() throws SQLException {
        var statements = new ArrayList<String>();
        for (var index : indexes().toList()) {
            if (isLarge(index.table())) {
                statements.add(index.concurrently());
            }
        }
        return statements;
    }

    private Optional<Script> rules() throws SQLException {
        var rules = pending.stream().filter(script -> script.name().equals(RULES)).findFirst();
        return isLarge("universal_users") ? rules : Optional.empty();
    }

    static String function(Script rules) {
        return statement(rules, "FUNCTION gleaner.preferences_well_formed");
    }

    private static String rules(Script rules) {
        return statement(rules, "NOT VALID;");
    }

    private static String validation(Script rules) {
        return statement(rules, "VALIDATE CONSTRAINT");
    }

    private Stream<Index> indexes() {
        return pending.stream().flatMap(Ahead::indexes);
    }

    private static Stream<Index> indexes(Script script) {
        return script.statements().stream().flatMap(statement -> Index.of(statement).stream());
    }

    private static String statement(Script script, String words) {
        return script.statements().stream()
                .filter(statement -> Script.withoutComments(statement).contains(words))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(script.name() + ": " + words));
    }
}
