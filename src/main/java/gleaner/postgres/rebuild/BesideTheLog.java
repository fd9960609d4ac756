package gleaner.postgres.rebuild;

import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.List;

/**
 * What a live database holds that no event of the log made, and that a rebuilt memory needs: what
 * was forgotten by command, which records processes died of, and what other programs wrote. Their
 * rows take part in the fold, those that stand and those that were adopted when ours took their
 * place.
 */
final class BesideTheLog {
    private static final String THEIR_FACT =
            """
            ((r.context_metadata->>'extraction_method') IS DISTINCT FROM 'enrichment_worker'
             OR NOT jsonb_exists(r.context_metadata, 'slot'))\
            """;

    private static final String THEIR_USERS =
            """
            SELECT u.universal_id, u.primary_username, u.created_at, entries.theirs AS preferences
              FROM public.universal_users u
              CROSS JOIN LATERAL (
                    SELECT coalesce(jsonb_object_agg(e.key, e.value), '{}') AS theirs
                      FROM jsonb_each(CASE WHEN jsonb_typeof(u.preferences) = 'object' THEN u.preferences
                                           ELSE '{}' END) AS e
                     WHERE (e.value->'metadata'->>'extraction_method') IS DISTINCT FROM 'enrichment_worker'
                        OR NOT jsonb_exists(e.value->'metadata', 'extractor')) AS entries
             WHERE entries.theirs <> '{}'
                OR EXISTS (SELECT
                             FROM gleaner.observation o
                            WHERE o.user_id = u.universal_id AND o.extractor LIKE 'foreign:%%')
                OR EXISTS (SELECT
                             FROM public.user_fact_relationships r
                            WHERE r.user_id = u.universal_id AND %s)
            """
                    .formatted(THEIR_FACT);

    private static final String THEIR_ENTITIES =
            """
            SELECT e.id, e.entity_type, e.entity_name, e.category, e.subcategory, e.attributes
              FROM public.fact_entities e
             WHERE EXISTS (SELECT FROM public.user_fact_relationships r WHERE r.entity_id = e.id AND %s)
            """
                    .formatted(THEIR_FACT);

    private static final String DEADLY_LETTERS =
            """
            SELECT topic, partition, "offset", error_class, reason, attempts, created_at, topic_id
              FROM gleaner.dead_letter
             WHERE error_class = 'process_died'
            """;

    /** In an order in which each finds what it refers to. */
    private static final List<Copied> ALL =
            List.of(
                    new Copied("gleaner.forgotten_user", "SELECT * FROM gleaner.forgotten_user"),
                    new Copied(
                            "gleaner.forgotten_conversation",
                            "SELECT * FROM gleaner.forgotten_conversation"),
                    new Copied("gleaner.dead_letter", DEADLY_LETTERS),
                    new Copied(
                            "public.universal_users",
                            "universal_id, primary_username, created_at, preferences",
                            THEIR_USERS),
                    new Copied(
                            "public.fact_entities",
                            "id, entity_type, entity_name, category, subcategory, attributes",
                            THEIR_ENTITIES),
                    new Copied(
                            "public.user_fact_relationships",
                            "SELECT r.* FROM public.user_fact_relationships r WHERE " + THEIR_FACT),
                    new Copied(
                            "gleaner.observation",
                            "SELECT * FROM gleaner.observation WHERE extractor LIKE 'foreign:%'"));

    private static final String RULES =
            """
            SELECT conrelid::regclass::text AS of_table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS rule,
                   convalidated
              FROM pg_constraint
             WHERE contype = 'c'
               AND conrelid IN ('public.universal_users'::regclass, 'public.fact_entities'::regclass,
                                'public.user_fact_relationships'::regclass)
            """;

    private BesideTheLog() {}

    /** Rows to copy, as JSON: the tables of an older database may have other columns. */
    private record Copied(String table, String columns, String query) {
        Copied(String table, String query) {
            this(table, "*", query);
        }

        void copy(Jdbc live, Jdbc scratch) throws SQLException {
            live.execute(
                    "DECLARE copied NO SCROLL CURSOR FOR SELECT to_jsonb(x)::text FROM ("
                            + query
                            + ") AS x");
            for (var rows = next(live); !rows.isEmpty(); rows = next(live)) {
                scratch.update(insert(), "[" + String.join(",", rows) + "]");
            }
            live.execute("CLOSE copied");
        }

        private static List<String> next(Jdbc live) throws SQLException {
            return live.texts("FETCH 500 FROM copied");
        }

        private String insert() {
            return "INSERT INTO %1$s %2$s SELECT %3$s FROM jsonb_populate_recordset(NULL::%1$s, CAST(? AS text)::jsonb)"
                    .formatted(table, columns.equals("*") ? "" : "(" + columns + ")", columns);
        }
    }

    /**
     * Copies all of it. The tables of the live database may have other rules than new ones, such as
     * fewer entity types, and rows that are older than their rules: so its rules follow the rows.
     */
    static void copy(Jdbc live, Jdbc scratch) throws SQLException {
        for (var rule : rules(scratch)) {
            scratch.execute("ALTER TABLE " + rule.table() + " DROP CONSTRAINT " + rule.name());
        }
        for (var copied : ALL) {
            copied.copy(live, scratch);
        }
        for (var rule : rules(live)) {
            scratch.execute(
                    "ALTER TABLE %s ADD CONSTRAINT %s %s%s"
                            .formatted(
                                    rule.table(),
                                    rule.name(),
                                    rule.definition(),
                                    rule.isValidated() ? " NOT VALID" : ""));
        }
    }

    /** What the rows of a table must fulfil. */
    private record Rule(String table, String name, String definition, boolean isValidated) {}

    private static List<Rule> rules(Jdbc database) throws SQLException {
        return database.rows(
                RULES,
                row ->
                        new Rule(
                                row.getString("of_table"),
                                row.getString("name"),
                                row.getString("rule"),
                                row.getBoolean("convalidated")));
    }
}
