package gleaner.postgres.doctor;

import gleaner.postgres.Jdbc;
import gleaner.postgres.migration.MigrationStatus;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is there of the tables that the worker shares with others, and of its own.
 *
 * @param columns their types, by table and then by column; a table that is absent has none
 * @param pending scripts of the migrations that were not applied yet
 */
record Schema(Map<String, Map<String, String>> columns, List<String> pending) {
    static final List<String> SHARED =
            List.of(
                    "universal_users",
                    "fact_entities",
                    "user_fact_relationships",
                    "entity_relationships");

    private static final String COLUMNS =
            """
            SELECT c.relname, a.attname, format_type(a.atttypid, NULL)
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname IN ('public', 'gleaner')
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
             WHERE c.relkind = 'r'
               AND (n.nspname = 'gleaner' OR c.relname = ANY (?))
            """;

    static Schema of(Jdbc database, List<MigrationStatus> versions) throws SQLException {
        var columns = new TreeMap<String, Map<String, String>>();
        database.rows(
                COLUMNS,
                row ->
                        columns.computeIfAbsent(row.getString(1), table -> new TreeMap<>())
                                .put(row.getString(2), row.getString(3)),
                (Object) SHARED.toArray(String[]::new));
        return new Schema(
                columns,
                versions.stream()
                        .filter(each -> each.state() == MigrationStatus.State.PENDING)
                        .map(MigrationStatus::script)
                        .toList());
    }

    boolean has(String table) {
        return columns.containsKey(table);
    }

    @Nullable String type(String table, String column) {
        return columns.getOrDefault(table, Map.of()).get(column);
    }

    /** Whether the preferences are JSONB already. */
    boolean hasJsonb() {
        return "jsonb".equals(type("universal_users", "preferences"));
    }

    /** Whether there are preferences to look at, in whatever type. */
    boolean hasPreferences() {
        return type("universal_users", "preferences") != null;
    }

    /** The document of a row, as SQL; NULL where a text holds none. */
    String document() {
        return hasJsonb() ? "preferences" : "pg_temp.preferences_document(preferences::text)";
    }

    boolean awaits(String script) {
        return pending.stream().anyMatch(each -> each.startsWith(script + "__"));
    }
}
