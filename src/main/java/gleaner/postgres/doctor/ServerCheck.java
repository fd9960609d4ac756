package gleaner.postgres.doctor;

import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which server answers, and whether it is one to write to. */
final class ServerCheck implements DatabaseCheck {
    private static final String CHECK = "postgres.server";
    private static final String TLS = "postgres.tls";
    private static final int OLDEST = 14;
    private static final int MAJOR = 10_000;

    private static final String SQL =
            """
            SELECT current_setting('server_version_num')::int,
                   current_setting('server_version'),
                   current_setting('server_encoding'),
                   pg_is_in_recovery() OR (SELECT reset_val::boolean FROM pg_settings WHERE name = 'default_transaction_read_only'),
                   (SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid())
            """;

    private record Server(
            int number,
            String version,
            String encoding,
            boolean isReadOnly,
            @Nullable String tls) {}

    @Override
    public List<Finding> in(Jdbc database, Schema schema) throws SQLException {
        var server =
                database.row(
                        SQL,
                        row ->
                                new Server(
                                        row.getInt(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getBoolean(4),
                                        row.getString(5)));
        var findings = new ArrayList<Finding>();
        if (server.number() / MAJOR < OLDEST) {
            findings.add(
                    Finding.blocks(
                            CHECK,
                            "PostgreSQL " + server.version() + " is too old",
                            "Upgrade the server to PostgreSQL " + OLDEST + " or later."));
        }
        if (server.isReadOnly()) {
            findings.add(
                    Finding.blocks(
                            CHECK,
                            "the server takes no writes: a standby, or read-only by default",
                            "Name the primary in postgres.uri."));
        }
        if (!server.encoding().equals("UTF8")) {
            findings.add(
                    Finding.asks(
                            CHECK,
                            "the database's encoding is "
                                    + server.encoding()
                                    + ": what people say may not fit",
                            "Move it to a database with encoding UTF8; what does not fit is made a"
                                    + " dead letter."));
        }
        findings.add(Finding.fine(CHECK, "PostgreSQL " + server.version()));
        findings.add(
                server.tls() == null
                        ? Finding.tells(TLS, "without: what is stored travels unencrypted")
                        : Finding.fine(TLS, server.tls()));
        return findings;
    }
}
