package gleaner.postgres;

import gleaner.servers.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * One line of what the state hash digests.
 *
 * @param json as the database writes it
 * @param name of the entity, in small letters; empty where the line is about none
 */
public record StateLine(String json, String name) {

    /** What a database holds. */
    public static List<StateLine> in(TestDatabase database) throws SQLException {
        var lines = new ArrayList<StateLine>();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (var part : MemoryPart.values()) {
                try (var rows = statement.executeQuery(part.sql())) {
                    while (rows.next()) {
                        lines.add(
                                new StateLine(
                                        rows.getString("line"),
                                        rows.getString("name").toLowerCase(Locale.ROOT)));
                    }
                }
            }
        }
        return lines;
    }

    /** As the command {@code state-hash} gives it. */
    public static String hash(List<StateLine> lines) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var line : lines) {
                digest.update(
                        (line.json() + "\n" + line.name() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
