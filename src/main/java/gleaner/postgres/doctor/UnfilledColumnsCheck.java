package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.List;

/** Columns of other programs that want a value which the worker does not have. */
final class UnfilledColumnsCheck implements DatabaseCheck {
    private static final String UNFILLED =
            """
            SELECT c.relname || '.' || a.attname
              FROM pg_class c
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
             WHERE c.relnamespace = 'public'::regnamespace
               AND c.relname = ANY (?)
               AND a.attnotnull
               AND NOT a.atthasdef
               AND a.attidentity = ''
               AND a.attname <> ALL (CASE c.relname
                       WHEN 'universal_users' THEN ARRAY['universal_id', 'primary_username', 'display_name', 'created_at', 'last_active']
                       WHEN 'fact_entities' THEN ARRAY['entity_type', 'entity_name']
                       WHEN 'user_fact_relationships' THEN ARRAY['user_id', 'entity_id', 'relationship_type', 'confidence', 'strength', 'context_metadata', 'created_at', 'updated_at']
                       ELSE ARRAY['from_entity_id', 'to_entity_id', 'relationship_type'] END)
             ORDER BY 1
            """;

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        var found = database.texts(UNFILLED, (Object) Schema.SHARED.toArray(String[]::new));
        return found.isEmpty()
                ? List.of()
                : List.of(
                        Finding.blocks(
                                        "tables.columns",
                                        "columns that take no NULL, have no default, and that the"
                                                + " worker does not fill",
                                        "Give each a default, or let it take NULL.")
                                .of(found.size(), found));
    }
}
