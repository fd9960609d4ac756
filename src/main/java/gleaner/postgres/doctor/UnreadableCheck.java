package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Preferences as TEXT that hold no JSON object, or hold one only in disguise. */
final class UnreadableCheck implements DatabaseCheck {
    private static final String UNREADABLE =
            """
            SELECT universal_id
              FROM public.universal_users
             WHERE pg_temp.preferences_document(preferences::text) IS NULL
            """;

    /** Those that begin with a brace are objects, or unreadable. */
    private static final String IN_DISGUISE =
            """
            SELECT universal_id
              FROM public.universal_users
             WHERE preferences::text !~ '^\\s*\\{'
               AND pg_temp.preferences_document(preferences::text) IS NOT NULL
            """;

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        if (!schema.hasPreferences() || schema.hasJsonb()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        findings.add(unreadable(CountedRows.of(database, UNREADABLE)));
        var inDisguise = CountedRows.of(database, IN_DISGUISE);
        if (!inDisguise.isNone()) {
            findings.add(
                    Finding.tells(
                                    "preferences.encoding",
                                    "preferences are encoded twice, null, or an array of objects")
                            .of(inDisguise.count(), inDisguise.firstIds())
                            .will("Stores the object that they hold."));
        }
        return findings;
    }

    private static Finding unreadable(CountedRows found) {
        return found.isNone()
                ? Finding.fine("preferences.json", "all preferences hold a JSON object")
                : Finding.asks(
                                "preferences.json",
                                "preferences hold no JSON object",
                                "Give each of these rows one, such as {}: UPDATE universal_users"
                                        + " SET preferences = '{}' WHERE universal_id = '...';")
                        .of(found.count(), found.firstIds())
                        .will("Refuses to migrate while there is one of them; changes nothing.");
    }
}
