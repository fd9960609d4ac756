package gleaner.postgres.migration;

import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** The functions by which migrations read preferences, for whoever wants to read them before. */
public final class PreferenceReading {
    private static final Script V2 = Script.load(Preparation.CONVERSION);
    private static final String OF_V2 = "pg_temp.gleaner_";
    private static final String FUNCTION = "CREATE OR REPLACE FUNCTION " + OF_V2;
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

    /** The functions by which V2 reads a document, in a schema. */
    static String documentIn(String schema) {
        return V2.statements().stream()
                .map(Script::withoutComments)
                .filter(statement -> statement.startsWith(FUNCTION))
                .map(statement -> statement.replace(OF_V2, schema + ".preferences_") + ";\n")
                .collect(Collectors.joining());
    }
}
