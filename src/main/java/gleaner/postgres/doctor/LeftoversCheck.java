package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.List;

/** Rows by which an older worker kept its books, in tables of facts. */
final class LeftoversCheck implements DatabaseCheck {
    private static final String MARKERS =
            """
            SELECT id::text FROM public.fact_entities WHERE entity_type = '_processing_marker'
            UNION ALL
            SELECT id::text FROM public.user_fact_relationships WHERE relationship_type LIKE '\\_enrichment%'
            """;

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        if (!schema.has("fact_entities") || !schema.has("user_fact_relationships")) {
            return List.of();
        }
        var found = CountedRows.of(database, MARKERS);
        return found.isNone()
                ? List.of()
                : List.of(
                        Finding.tells(
                                        "facts.leftovers",
                                        "rows by which an older worker kept its books")
                                .of(found.count(), found.firstIds())
                                .will("Leaves them, and never reads them as facts."));
    }
}
