package gleaner.postgres.migration;

import gleaner.postgres.Jdbc;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.List;

/** Writes down who took what back or finished it, in the transaction of the change. */
final class MigrationAudit {
    private static final String HAS_AUDIT = "SELECT to_regclass('gleaner.audit') IS NOT NULL";

    private static final String SQL =
            """
            INSERT INTO gleaner.audit (command, arguments, os_user, counts)
            VALUES (?, ?::jsonb, ?, ?::jsonb)
            """;

    private MigrationAudit() {}

    /** A database that is only half-way has no audit yet. */
    static void write(Jdbc database, String command, List<String> versions) throws SQLException {
        if (database.truth(HAS_AUDIT)) {
            database.update(
                    SQL,
                    command,
                    new JsonObject().put("versions", new JsonArray(versions)).encode(),
                    System.getProperty("user.name", "unknown"),
                    new JsonObject().put("versions", versions.size()).encode());
        }
    }
}
