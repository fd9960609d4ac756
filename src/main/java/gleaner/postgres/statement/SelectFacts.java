package gleaner.postgres.statement;

import static java.util.function.Predicate.not;

import gleaner.memory.Slot;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;

/**
 * The current rows that may stand in some slots, the worker's own and other writers'; {@link
 * FactRow} reads them and says where each belongs.
 *
 * <p>A single-valued slot is found by its relation, one about an entity by the entity's name. The
 * index folds ASCII alone, and Java folds all letters, so a name beyond ASCII is not looked up: all
 * rows of the user about such names come, and are sorted out by the reader.
 *
 * <p>Nothing is locked. The user's row is, against ourselves; against others the rows are changed
 * only if they still have the version read here.
 */
public final class SelectFacts {
    private static final String SQL =
            """
            WITH found AS (
                SELECT r.id
                  FROM unnest($1::text[], $2::text[]) AS t (user_id, relation)
                  JOIN public.user_fact_relationships r
                    ON r.user_id = t.user_id AND r.relationship_type = t.relation
                UNION
                SELECT r.id
                  FROM unnest($3::text[], $4::text[]) AS t (user_id, entity)
                  JOIN public.fact_entities e ON lower(e.entity_name COLLATE "C") = t.entity
                  JOIN public.user_fact_relationships r ON r.user_id = t.user_id AND r.entity_id = e.id
                UNION
                SELECT r.id
                  FROM unnest($5::text[]) AS t (user_id)
                  JOIN public.user_fact_relationships r ON r.user_id = t.user_id
                  JOIN public.fact_entities e ON e.id = r.entity_id AND e.entity_name ~ '[^ -~]'
            )
            SELECT r.id, r.xmin::text AS version, r.user_id, r.entity_id, e.entity_type, e.entity_name,
                   r.relationship_type, r.confidence, r.strength, r.emotional_context,
                   r.context_metadata::text AS metadata, r.source_conversation_id, r.mentioned_by_character,
                   r.source_platform, coalesce(r.updated_at, r.created_at) AS said_at
              FROM found
              JOIN public.user_fact_relationships r ON r.id = found.id
              JOIN public.fact_entities e ON e.id = r.entity_id
             WHERE e.entity_type <> '_processing_marker'
             ORDER BY r.user_id COLLATE "C", r.id
            """;

    private SelectFacts() {}

    public static Future<RowSet<Row>> in(SqlClient connection, Collection<Slot> slots) {
        var singleValued = slots.stream().filter(s -> SlotKey.entity(s).isEmpty()).toList();
        var ascii =
                slots.stream()
                        .filter(s -> SlotKey.entity(s).filter(SelectFacts::isAscii).isPresent())
                        .toList();
        var beyondAscii =
                slots.stream()
                        .filter(s ->
                                SlotKey.entity(s).filter(not(SelectFacts::isAscii)).isPresent())
                        .map(Slot::userId)
                        .distinct()
                        .toList();
        return connection
                .preparedQuery(SQL)
                .execute(
                        Columns.of(singleValued)
                                .text(Slot::userId)
                                .text(Slot::key)
                                .and(
                                        Columns.of(ascii)
                                                .text(Slot::userId)
                                                .text(s -> SlotKey.entity(s).orElseThrow()))
                                .and(Columns.of(beyondAscii).text(user -> user))
                                .bind());
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 128);
    }
}
