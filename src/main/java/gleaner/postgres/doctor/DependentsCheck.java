package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import gleaner.postgres.migration.Obstacles;
import java.sql.SQLException;
import java.util.List;

/** What keeps the preferences from becoming JSONB: views on the column, and the like. */
final class DependentsCheck implements DatabaseCheck {
    private static final List<String> OURS =
            List.of(
                    "idx_universal_users_preferences_gin",
                    "idx_universal_users_preferred_name",
                    "idx_universal_users_preferred_name_lower");

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        if (!schema.hasPreferences() || schema.hasJsonb()) {
            return List.of();
        }
        var found = Obstacles.in(database, OURS);
        return found.isEmpty()
                ? List.of()
                : List.of(
                        Finding.asks(
                                        "preferences.dependents",
                                        "these hang on the column preferences while it is TEXT: "
                                                + String.join("; ", found),
                                        "Drop them, migrate, and make them again for JSONB.")
                                .of(found.size(), List.of())
                                .will("Refuses to convert the column while they are there."));
    }
}
