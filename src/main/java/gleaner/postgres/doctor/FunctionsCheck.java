package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.List;

/**
 * Functions of the names and parameters that V3 gives its own, but with another result: such cannot
 * be replaced, only dropped.
 */
final class FunctionsCheck implements DatabaseCheck {
    private static final String CHECK = "facts.functions";

    private static final String OTHERS =
            """
            SELECT p.oid::regprocedure::text
              FROM pg_proc p
              JOIN (VALUES ('get_user_facts_with_relations(character varying,text,double precision,integer)',
                            'TABLE(entity_name text, entity_category text, relationship_type text, confidence double precision, emotional_context text, mentioned_by_character text, related_entities_count bigint, last_updated timestamp without time zone)'),
                           ('discover_similar_entities(uuid,double precision,integer)',
                            'TABLE(similar_entity_id uuid, similar_entity_name text, similarity_score double precision)'),
                           ('update_updated_at_column()', 'trigger'))
                   AS ours (signature, result)
                ON p.oid = to_regprocedure('public.' || ours.signature)
             WHERE pg_get_function_result(p.oid) <> ours.result
             ORDER BY 1
            """;

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        if (!schema.awaits("V3")) {
            return List.of();
        }
        var found = database.texts(OTHERS);
        return found.isEmpty()
                ? List.of()
                : List.of(
                        Finding.asks(
                                        CHECK,
                                        "functions that Gleaner offers to readers are there with"
                                                + " another result",
                                        "DROP FUNCTION " + String.join(", ", found) + ";")
                                .of(found.size(), found)
                                .will("Refuses to migrate while they are there."));
    }
}
