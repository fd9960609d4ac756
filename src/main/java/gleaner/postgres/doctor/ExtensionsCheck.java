package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.List;

/** The extensions that the fact tables need. */
final class ExtensionsCheck implements DatabaseCheck {
    private static final String CHECK = "postgres.extensions";

    private static final String SQL =
            """
            SELECT wanted.name,
                   CASE WHEN e.extnamespace = 'public'::regnamespace THEN 'there'
                        WHEN e.oid IS NOT NULL THEN 'elsewhere'
                        WHEN v.name IS NULL THEN 'absent'
                        WHEN s.super OR v.trusted AND has_database_privilege(current_database(), 'CREATE') THEN 'makeable'
                        ELSE 'forbidden' END
              FROM unnest(ARRAY['uuid-ossp', 'pg_trgm', 'btree_gin']) AS wanted (name)
             CROSS JOIN (SELECT current_setting('is_superuser')::boolean AS super) AS s
              LEFT JOIN pg_extension e ON e.extname = wanted.name
              LEFT JOIN pg_available_extensions a ON a.name = wanted.name
              LEFT JOIN pg_available_extension_versions v ON v.name = a.name AND v.version = a.default_version
             ORDER BY wanted.name
            """;

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        return database.rows(SQL, row -> finding(row.getString(1), row.getString(2)));
    }

    private static Finding finding(String name, String state) {
        return switch (state) {
            case "there" -> Finding.fine(CHECK, name + " is there");
            case "makeable" -> Finding.tells(CHECK, name + " is not there yet").will("Creates it.");
            case "elsewhere" ->
                    Finding.asks(
                            CHECK,
                            name + " is in another schema than public",
                            "ALTER EXTENSION \"" + name + "\" SET SCHEMA public;");
            case "forbidden" ->
                    Finding.asks(
                            CHECK,
                            name + " is not there, and this role may not create it",
                            "As a superuser: CREATE EXTENSION \""
                                    + name
                                    + "\" WITH SCHEMA public;");
            default ->
                    Finding.blocks(
                            CHECK,
                            name + " is not installed on the server",
                            "Install PostgreSQL's contrib package there.");
        };
    }
}
