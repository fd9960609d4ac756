package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.memory.EntityType;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Which of our types of entities an older script's CHECK refuses. */
final class EntityTypesCheck implements DatabaseCheck {
    private static final String CHECK = "facts.types";

    private static final String RULES =
            """
            SELECT pg_get_expr(c.conbin, c.conrelid)
              FROM pg_constraint c
              JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attname = 'entity_type'
             WHERE c.conrelid = 'public.fact_entities'::regclass
               AND c.contype = 'c'
               AND c.conkey = ARRAY[a.attnum]
            """;

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        if (!schema.has("fact_entities")) {
            return List.of();
        }
        var refused = new ArrayList<String>();
        for (var rule : database.texts(RULES)) {
            refused.addAll(database.texts(refused(rule), (Object) ours()));
        }
        if (refused.isEmpty()) {
            return List.of(Finding.fine(CHECK, "fact_entities takes every type"));
        }
        if (refused.contains(EntityType.OTHER.wireName())) {
            return List.of(
                    Finding.blocks(
                            CHECK,
                            "a CHECK on fact_entities refuses even the type other",
                            "Let it take 'other', or drop it."));
        }
        return List.of(
                Finding.tells(
                                CHECK,
                                "a CHECK on fact_entities refuses " + String.join(", ", refused))
                        .will("Stores such as other, with the finer type as their category."));
    }

    private static String[] ours() {
        return List.of(EntityType.values()).stream()
                .map(EntityType::wireName)
                .toArray(String[]::new);
    }

    private static String refused(String rule) {
        return "SELECT entity_type FROM unnest(?::text[]) AS t (entity_type) WHERE NOT (%s)"
                .formatted(rule);
    }
}
