package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of the states that a database can be in this one is in. */
final class StateCheck implements DatabaseCheck {
    private static final String CHECK = "database.state";
    private static final Set<String> NAME = Set.of("text", "character varying");

    /** Columns that everything rests on, and the types that they may have. */
    private static final Map<String, Map<String, Set<String>>> NEEDED =
            Map.of(
                    "universal_users",
                    Map.of(
                            "universal_id", Set.of("character varying"),
                            "primary_username", NAME,
                            "preferences", Set.of("text", "character varying", "json", "jsonb")),
                    "fact_entities",
                    Map.of("id", Set.of("uuid"), "entity_type", NAME, "entity_name", NAME),
                    "user_fact_relationships",
                    Map.of(
                            "id", Set.of("uuid"),
                            "user_id", Set.of("character varying"),
                            "entity_id", Set.of("uuid"),
                            "relationship_type", NAME,
                            "context_metadata", Set.of("jsonb")),
                    "entity_relationships",
                    Map.of("from_entity_id", Set.of("uuid"), "to_entity_id", Set.of("uuid")));

    /** Of the names that ours have, but not such tables. */
    private static final String OTHER_KINDS =
            """
            SELECT c.oid::regclass || ' is no plain table'
              FROM pg_class c
             WHERE c.relnamespace = 'public'::regnamespace
               AND c.relname = ANY (?)
               AND c.relkind <> 'r'
             ORDER BY 1
            """;

    private static final String IS_COMPLETE =
            """
            SELECT EXISTS (SELECT
                             FROM pg_index
                            WHERE indexrelid = to_regclass('public.idx_universal_users_preferences_gin')
                              AND indisvalid)
               AND (SELECT column_default
                      FROM information_schema.columns
                     WHERE table_schema = 'public' AND table_name = 'universal_users'
                       AND column_name = 'preferences') IS NOT NULL
            """;

    private static final String HAS_INDEX =
            "SELECT to_regclass('public.idx_universal_users_preferences_gin') IS NOT NULL";

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        var foreign =
                new ArrayList<>(
                        database.texts(OTHER_KINDS, (Object) Schema.SHARED.toArray(String[]::new)));
        NEEDED.forEach((table, columns) -> foreign.addAll(misfits(schema, table, columns)));
        if (!foreign.isEmpty()) {
            return List.of(
                    Finding.blocks(
                            CHECK,
                            "foreign: " + String.join(", ", foreign),
                            "These tables are not those that Gleaner shares. Name another database"
                                    + " in postgres.uri."));
        }
        return List.of(told(database, schema));
    }

    private static Finding told(Jdbc database, Schema schema) throws SQLException {
        var pending = schema.pending().size();
        if (pending == 0) {
            return Finding.fine(CHECK, "migrated: it has the schema of this version");
        }
        return Finding.tells(
                        CHECK, state(database, schema) + "; " + pending + " migrations are pending")
                .will("Applies them at the start; every row is kept.");
    }

    private static String state(Jdbc database, Schema schema) throws SQLException {
        if (Schema.SHARED.stream().noneMatch(schema::has)) {
            return "empty";
        }
        var hasFacts = schema.has("fact_entities") && schema.has("user_fact_relationships");
        var isBegun = schema.type("universal_users", "preferences_jsonb") != null;
        if (schema.hasJsonb()) {
            return hasFacts && database.truth(IS_COMPLETE)
                    ? "current: preferences are JSONB"
                    : "half-way: preferences are JSONB, and not all else is there";
        }
        if (isBegun || database.truth(HAS_INDEX)) {
            return "half-way: preferences are TEXT, and their conversion was begun";
        }
        return hasFacts
                ? "legacy: preferences are TEXT"
                : "legacy: preferences are TEXT, and there are no fact tables";
    }

    private static List<String> misfits(
            Schema schema, String table, Map<String, Set<String>> columns) {
        var misfits = new ArrayList<String>();
        if (schema.has(table)) {
            columns.forEach((column, types) -> {
                var found = schema.type(table, column);
                if (found == null || !types.contains(found)) {
                    misfits.add(table + "." + column + " is " + described(found));
                }
            });
        }
        return misfits;
    }

    private static String described(@Nullable String type) {
        return type == null ? "missing" : type;
    }
}
