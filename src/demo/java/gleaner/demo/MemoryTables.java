package gleaner.demo;

import gleaner.demo.Known.Fact;
import gleaner.demo.Known.Preference;
import gleaner.demo.Known.Quote;
import gleaner.demo.Known.Superseded;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plain tables, read as any other program would read them. */
final class MemoryTables implements AutoCloseable {
    private final Connection connection;

    private MemoryTables(Connection connection) {
        this.connection = connection;
    }

    static MemoryTables connect(String jdbcUrl) throws SQLException {
        return new MemoryTables(DriverManager.getConnection(jdbcUrl));
    }

    /** How much is known, of all people together. */
    record Progress(long facts, long preferences) {}

    /** The next offset to apply of a partition. */
    record Position(int partition, long nextOffset) {}

    /** A record that was given up. */
    record DeadLetter(int partition, long offset, String errorClass, String reason) {}

    Progress progress() throws SQLException {
        return all(
                        Queries.PROGRESS,
                        row -> new Progress(row.getLong("facts"), row.getLong("preferences")))
                .getFirst();
    }

    List<Position> positions(String topic) throws SQLException {
        return all(
                Queries.POSITIONS,
                row -> new Position(row.getInt("partition"), row.getLong("next_offset")),
                topic);
    }

    List<DeadLetter> deadLetters(String topic) throws SQLException {
        return all(
                Queries.DEAD_LETTERS,
                row ->
                        new DeadLetter(
                                row.getInt("partition"),
                                row.getLong("offset"),
                                row.getString("error_class"),
                                row.getString("reason")),
                topic);
    }

    List<String> users() throws SQLException {
        return all(Queries.USERS, row -> row.getString(1));
    }

    Known known(String user) throws SQLException {
        return new Known(
                user,
                all(Queries.FACTS, MemoryTables::fact, user),
                all(Queries.PREFERENCES, MemoryTables::preference, user, user),
                all(Queries.HISTORY, MemoryTables::superseded, user));
    }

    /** Up to when everything about the user was forgotten, if it was. */
    Optional<Instant> forgottenUpTo(String user) throws SQLException {
        return all(Queries.FORGOTTEN, row -> row.getObject(1, OffsetDateTime.class), user).stream()
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    long traces(String user) throws SQLException {
        return all(Queries.TRACES, row -> row.getLong(1), user, user, user, user).getFirst();
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                row.getString("relationship_type"),
                row.getString("entity_name"),
                row.getString("entity_type"),
                row.getDouble("confidence"),
                quote(row));
    }

    private static Preference preference(ResultSet row) throws SQLException {
        return new Preference(
                row.getString("key"),
                row.getString("shown"),
                row.getDouble("confidence"),
                quote(row));
    }

    private static Quote quote(ResultSet row) throws SQLException {
        return new Quote(row.getString("quote"), row.getString("message_id"), time(row, "said_at"));
    }

    private static Superseded superseded(ResultSet row) throws SQLException {
        return new Superseded(
                row.getString("name"),
                row.getString("what"),
                time(row, "valid_from"),
                row.getObject("valid_to", OffsetDateTime.class).toInstant(),
                row.getString("quote"),
                row.getString("ended_by_quote"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> all(String query, Reading<T> reading, String... arguments)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            for (var i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
            return found;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("the connection to the database was not closed", e);
        }
    }
}
