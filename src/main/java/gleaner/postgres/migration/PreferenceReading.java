package gleaner.postgres.migration;

import gleaner.postgres.Jdbc;
import java.sql.SQLException;

/** The functions by which migrations read preferences, for whoever wants to read them before. */
public final class PreferenceReading {
    private static final Script DOCUMENT = Script.load("online/preferences_document.sql");
    private static final String OURS = "gleaner.";
    private static final String TEMPORARY = "pg_temp.";

    private PreferenceReading() {}

    /**
     * Makes {@code pg_temp.preferences_document(text)}, which gives the document that a text holds
     * or NULL, and {@code pg_temp.preferences_well_formed(jsonb)}, the rule of V4. They go with the
     * connection.
     */
    public static void makeIn(Jdbc database) throws SQLException {
        database.execute(documentIn("pg_temp"));
        database.execute(Ahead.function(Script.load(Ahead.RULES)).replace(OURS, TEMPORARY));
    }

    /** The functions that read a document, in a schema. */
    static String documentIn(String schema) {
        return DOCUMENT.text().replace("@schema@", schema);
    }
}
