package gleaner.postgres.rebuild;

import gleaner.postgres.Jdbc;
import gleaner.postgres.UserDigests;
import gleaner.postgres.rebuild.Comparison.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The digests of both memories, in the scratch database: they are as many as users, and there they
 * are compared without holding them, or a snapshot of the live database, for as long as the replay
 * takes.
 */
final class Digests {
    private static final String TABLE =
            """
            CREATE SCHEMA rebuild;
            CREATE TABLE rebuild.digest (
                side      text NOT NULL,
                part      text NOT NULL,
                user_hash bytea NOT NULL,
                digest    text NOT NULL,
                PRIMARY KEY (part, user_hash, side)
            )
            """;

    private static final String INSERT =
            """
            INSERT INTO rebuild.digest (side, part, user_hash, digest)
            SELECT ?, part, gleaner.user_hash(user_id), digest
              FROM unnest(?::text[], ?::text[], ?::text[]) AS d (part, user_id, digest)
            """;

    private static final String BOTH =
            """
            (SELECT * FROM rebuild.digest WHERE side = 'live') AS live
              FULL JOIN (SELECT * FROM rebuild.digest WHERE side = 'rebuilt') AS rebuilt USING (part, user_hash)
            """;

    private static final String PARTS =
            """
            SELECT part, count(live.digest) AS live, count(rebuilt.digest) AS rebuilt,
                   count(*) FILTER (WHERE live.digest IS DISTINCT FROM rebuilt.digest) AS differing,
                   (array_agg(encode(user_hash, 'hex') ORDER BY user_hash)
                    FILTER (WHERE live.digest IS DISTINCT FROM rebuilt.digest))[1:3] AS first
              FROM %s
             GROUP BY part
             ORDER BY part
            """
                    .formatted(BOTH);

    private static final String DIFFERING =
            "SELECT count(DISTINCT user_hash) FROM %s WHERE live.digest IS DISTINCT FROM rebuilt.digest"
                    .formatted(BOTH);

    private static final int ROWS_AT_A_TIME = 500;

    private final Jdbc scratch;

    private Digests(Jdbc scratch) {
        this.scratch = scratch;
    }

    /** In a scratch database that has the schema of this version, and none of these yet. */
    static Digests makeIn(Jdbc scratch) throws SQLException {
        scratch.execute(TABLE);
        return in(scratch);
    }

    /** Those that were noted there already. */
    static Digests in(Jdbc scratch) {
        return new Digests(scratch);
    }

    /** Notes those of the live memory, in the transaction of its connection; gives its hash. */
    String live(Jdbc live) throws SQLException {
        return note("live", live);
    }

    /** Notes those of the rebuilt memory, and compares. */
    Comparison compare(String liveHash) throws SQLException {
        var rebuiltHash = new ArrayList<String>();
        scratch.inTransaction(() -> rebuiltHash.add(note("rebuilt", scratch)));
        return new Comparison(
                liveHash,
                rebuiltHash.getFirst(),
                scratch.number(DIFFERING),
                scratch.rows(
                        PARTS,
                        row -> {
                            var first = row.getArray("first");
                            return new Part(
                                    row.getString("part"),
                                    row.getLong("live"),
                                    row.getLong("rebuilt"),
                                    row.getLong("differing"),
                                    first == null
                                            ? List.of()
                                            : List.of((String[]) first.getArray()));
                        }));
    }

    private String note(String side, Jdbc database) throws SQLException {
        var some = new Some(side);
        var hash = UserDigests.of(database, some::add);
        some.flush();
        return hash;
    }

    /** Some rows that wait to be inserted together. */
    private final class Some {
        private final String side;
        private final List<String> parts = new ArrayList<>();
        private final List<String> users = new ArrayList<>();
        private final List<String> digests = new ArrayList<>();

        Some(String side) {
            this.side = side;
        }

        void add(String part, String userId, String digest) throws SQLException {
            parts.add(part);
            users.add(userId);
            digests.add(digest);
            if (parts.size() == ROWS_AT_A_TIME) {
                flush();
            }
        }

        void flush() throws SQLException {
            scratch.update(
                    INSERT,
                    side,
                    parts.toArray(String[]::new),
                    users.toArray(String[]::new),
                    digests.toArray(String[]::new));
            parts.clear();
            users.clear();
            digests.clear();
        }
    }
}
