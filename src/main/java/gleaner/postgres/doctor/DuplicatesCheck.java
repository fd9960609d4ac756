package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.List;

/** Entities that are several rows for one name, by case or space. */
final class DuplicatesCheck implements DatabaseCheck {
    private static final String DOUBLED =
            """
            SELECT min(entity_name COLLATE "C")
              FROM public.fact_entities
             WHERE entity_type <> '_processing_marker'
             GROUP BY entity_type, lower(btrim(regexp_replace(entity_name, '[[:space:]]+', ' ', 'g')))
            HAVING count(*) > 1
            """;

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        if (!schema.has("fact_entities")) {
            return List.of();
        }
        var found = CountedRows.of(database, DOUBLED);
        return found.isNone()
                ? List.of()
                : List.of(
                        Finding.tells(
                                        "facts.duplicates",
                                        "names that several entities share, by case or space")
                                .of(found.count(), found.firstIds())
                                .will(
                                        "Takes the spelling that comes first, and leaves the"
                                                + " others."));
    }
}
