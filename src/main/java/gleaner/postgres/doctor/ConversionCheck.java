package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import gleaner.postgres.migration.Conversion;
import java.sql.SQLException;
import java.util.List;

/** Whether a large table is on its way to JSONB, or keeps its old column. */
final class ConversionCheck implements DatabaseCheck {
    private static final String CHECK = "preferences.conversion";

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        return switch (Conversion.in(database)) {
            case NONE -> List.of();
            case BEGUN ->
                    List.of(
                            Finding.tells(CHECK, "preferences are being converted")
                                    .will("Goes on where it stopped."));
            case KEEPS_OLD_COLUMN ->
                    List.of(
                            new Finding(
                                    gleaner.doctor.Weight.TELLS,
                                    CHECK,
                                    "the old column preferences_text is kept up to date for the way"
                                            + " back",
                                    0,
                                    List.of(),
                                    "Stores each document twice.",
                                    "gleaner migrate --finish, when nobody wants to go back."));
        };
    }
}
