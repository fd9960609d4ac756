package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.List;

/**
 * Preferences that break a rule of V4. The rule is not asked of rows that were there before, until
 * somebody changes them: then it is, whoever it is and whatever is changed.
 */
final class BrokenRulesCheck implements DatabaseCheck {
    private static final String CHECK = "preferences.rules";

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        if (!schema.hasPreferences()) {
            return List.of();
        }
        var broken = CountedRows.of(database, broken(schema.document()));
        if (broken.isNone()) {
            return List.of(Finding.fine(CHECK, "all preferences keep the rules"));
        }
        return List.of(
                Finding.asks(
                                CHECK,
                                "preferences break a rule (an object; of each known key an object"
                                    + " with a value and a confidence from 0 to 1), which refuses"
                                    + " every later UPDATE of these rows, by any program",
                                "Mend them: UPDATE universal_users SET preferences ="
                                    + " (preferences::jsonb - 'the_key') WHERE universal_id ="
                                    + " '...'; then ALTER TABLE universal_users VALIDATE CONSTRAINT"
                                    + " universal_users_preferences_known_keys;")
                        .of(broken.count(), broken.firstIds())
                        .will("Leaves these rows alone, and stores no preference of these users."));
    }

    private static String broken(String document) {
        return """
        SELECT universal_id
          FROM (SELECT universal_id, %s AS document FROM public.universal_users) AS looked_at
         WHERE jsonb_typeof(document) <> 'object'
            OR NOT pg_temp.preferences_well_formed(document)
        """
                .formatted(document);
    }
}
