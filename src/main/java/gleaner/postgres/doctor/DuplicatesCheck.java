package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.doctor.Weight;
import gleaner.postgres.Jdbc;
import gleaner.postgres.tidy.Duplicates;
import gleaner.postgres.tidy.EntityGroup;
import gleaner.postgres.tidy.Sameness;
import java.sql.SQLException;
import java.util.List;

/** Entities that are one thing under several names. */
final class DuplicatesCheck implements DatabaseCheck {
    private final Sameness sameness;

    DuplicatesCheck(Sameness sameness) {
        this.sameness = sameness;
    }

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        if (!schema.has("fact_entities")) {
            return List.of();
        }
        var found = Duplicates.in(database, sameness);
        return found.isEmpty()
                ? List.of()
                : List.of(
                        new Finding(
                                Weight.TELLS,
                                "facts.duplicates",
                                "things that are several entities, by case, space or plural",
                                found.size(),
                                found.stream().map(EntityGroup::name).toList(),
                                "Takes the spelling that comes first, and leaves the others.",
                                "gleaner tidy shows them, and merges them with --apply."));
    }
}
