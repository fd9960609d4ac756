package gleaner.postgres;

import java.sql.SQLException;
import java.util.List;

/**
 * The state hash of a database, and beside it a digest of each user's lines in each part of the
 * memory: where two databases differ, these tell of how many users.
 *
 * <p>Read through a cursor, in the transaction of the connection.
 */
public final class UserDigests {
    private static final String NEXT = "FETCH 500 FROM memory_part";

    private final Jdbc database;
    private final Sink sink;
    private final LineDigest whole = new LineDigest();

    private UserDigests(Jdbc database, Sink sink) {
        this.database = database;
        this.sink = sink;
    }

    /** Takes the digests, part by part; of each part every user once. */
    @FunctionalInterface
    public interface Sink {
        /**
         * @param digest 64 hexadecimal digits
         */
        void take(String part, String userId, String digest) throws SQLException;
    }

    /** Gives the state hash. */
    public static String of(Jdbc database, Sink sink) throws SQLException {
        var digests = new UserDigests(database, sink);
        for (var part : MemoryPart.values()) {
            digests.add(part);
        }
        return digests.whole.hex();
    }

    private record Line(String line, String name, String userId) {}

    private void add(MemoryPart part) throws SQLException {
        database.execute("DECLARE memory_part NO SCROLL CURSOR FOR " + part.sql());
        var ofUser = new LineDigest();
        Line last = null;
        for (var lines = next(); !lines.isEmpty(); lines = next()) {
            for (var line : lines) {
                if (last != null && !last.userId().equals(line.userId())) {
                    sink.take(part.label(), last.userId(), ofUser.hex());
                }
                whole.add(line.line(), line.name());
                ofUser.add(line.line(), line.name());
                last = line;
            }
        }
        if (last != null) {
            sink.take(part.label(), last.userId(), ofUser.hex());
        }
        database.execute("CLOSE memory_part");
    }

    private List<Line> next() throws SQLException {
        return database.rows(
                NEXT,
                row ->
                        new Line(
                                row.getString("line"),
                                row.getString("name"),
                                row.getString("user_id")));
    }
}
