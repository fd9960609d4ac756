package gleaner.bench.jsonb;

import java.sql.Connection;
import java.sql.SQLException;

/** Puts the same users, with the same documents, into the table of each side. */
final class Filling {
    /** An entry as the worker writes it, with the words it rests on or without. */
    private static final String ENTRY =
            """
            CREATE OR REPLACE FUNCTION entry(value text, n bigint, k int, evidence boolean) RETURNS jsonb
            LANGUAGE sql IMMUTABLE
            AS $$
                SELECT jsonb_build_object('value', value, 'confidence', 0.5 + (n + k) % 50 / 100.0,
                                          'updated_at', '2025-06-01T12:' || lpad((n % 60)::text, 2, '0') || ':00Z')
                    || CASE WHEN evidence THEN jsonb_build_object('metadata', jsonb_build_object(
                           'extraction_method', 'rules', 'is_explicit', true, 'is_preference_change', false,
                           'reasoning', 'said outright (rule ' || k || ')', 'bot_name', 'elena', 'extractor', 'rules-1',
                           'conversation_context', 'by the way, from now on it is '
                                                   || substr(md5(n || '/' || k), 1, 24) || ' for me please'))
                            ELSE '{}' END
            $$
            """;

    private static final String TABLE =
            """
            CREATE TABLE {table} (
                universal_id varchar(255) PRIMARY KEY, primary_username varchar(255) NOT NULL,
                last_active timestamp NOT NULL DEFAULT now(), preferences {type} NOT NULL)
            """;

    /** Half have a name, all a town, 1 in 1,000 pronouns; the rest are keys of other writers. */
    private static final String DOCUMENTS =
            """
            INSERT INTO jsonb_native (universal_id, primary_username, preferences)
            SELECT 'user_' || n, 'user_' || n,
                   (SELECT jsonb_object_agg(
                               CASE k WHEN 1 THEN CASE WHEN n % 2 = 0 THEN 'preferred_name' ELSE 'timezone' END
                                      WHEN 2 THEN 'location' ELSE 'key_' || k END,
                               entry(CASE k WHEN 1 THEN 'Name ' || n WHEN 2 THEN 'Town ' || n % {towns}
                                            ELSE 'value ' || n % 100 END, n, k, {evidence}))
                      FROM generate_series(1, {entries}) AS k)
                   || CASE WHEN n % 1000 = 7 THEN '{"pronouns": {"value": "they", "confidence": 0.9}}'::jsonb ELSE '{}' END
              FROM generate_series(1::bigint, {users}) AS n
            """;

    private static final String COPY =
            """
            INSERT INTO {table} (universal_id, primary_username, preferences)
            SELECT universal_id, primary_username, preferences::text FROM jsonb_native
            """;

    private Filling() {}

    static void fill(Connection connection, Cell cell) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(ENTRY);
            for (var side : Side.values()) {
                statement.execute("DROP TABLE IF EXISTS " + side.table());
                statement.execute(side.sql(TABLE));
            }
            statement.execute(documents(cell));
            statement.execute(Side.TEXT_BARE.sql(COPY));
            statement.execute(Side.TEXT_SAME.sql(COPY));
        }
        settle(connection);
    }

    private static String documents(Cell cell) {
        return DOCUMENTS
                .replace("{towns}", Integer.toString(cell.towns()))
                .replace("{evidence}", Boolean.toString(cell.documents().evidence()))
                .replace("{entries}", Integer.toString(cell.documents().entries()))
                .replace("{users}", Integer.toString(cell.users()));
    }

    /** Dead rows are cleared away, and the planner knows what is there. */
    static void settle(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var side : Side.values()) {
                statement.execute("VACUUM (ANALYZE) " + side.table());
            }
        }
    }
}
