package gleaner.postgres.rebuild;

import gleaner.config.Settings;
import gleaner.event.Partition;
import gleaner.postgres.DatabaseRefusal;
import gleaner.postgres.Jdbc;
import gleaner.postgres.migration.Migrations;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The database side of a rebuild: what is needed for it is taken from the live database, in one
 * snapshot and without a write; the replay and the comparison happen in a scratch database, which
 * goes at the end.
 *
 * <p>Blocks its caller. {@link #close} may be called from another thread at any time.
 */
public final class Rebuild implements AutoCloseable {
    private static final String APPLICATION = "gleaner rebuild";

    private static final String SNAPSHOT =
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private static final String STANDINGS =
            """
            SELECT topic, partition, topic_id, next_offset
              FROM gleaner.partition_progress
             ORDER BY topic, partition
            """;

    /** The role may not make a database. */
    private static final String NO_RIGHT = "42501";

    private final Settings.Postgres live;
    private final ScratchDatabase scratch;
    private volatile @Nullable String liveHash;

    private Rebuild(Settings.Postgres live, ScratchDatabase scratch) {
        this.live = live;
        this.scratch = scratch;
    }

    /**
     * Connects; makes nothing yet.
     *
     * @throws DatabaseRefusal where the database cannot be reached, or is being rebuilt already
     */
    public static Rebuild of(Settings.Postgres live) {
        return asked(() -> {
            var scratch = ScratchDatabase.beside(live);
            if (scratch == null) {
                throw DatabaseRefusal.because("another rebuild of this database is under way");
            }
            return new Rebuild(live, scratch);
        });
    }

    /** How far the live memory is, to see whether a rebuild is worth it. */
    public List<Standing> standings() {
        return asked(() -> {
            try (var database = Jdbc.connect(live, APPLICATION)) {
                return standings(database);
            }
        });
    }

    /**
     * Makes the scratch database, with all in it that is not in the log, and notes what the live
     * memory is.
     *
     * @return how far that is
     * @throws DatabaseRefusal where it cannot be made
     */
    public List<Standing> begin() {
        create();
        Migrations.run(scratch.settings());
        return asked(() -> {
            try (var from = Jdbc.connect(live, APPLICATION);
                    var to = Jdbc.connect(scratch.settings(), APPLICATION)) {
                var standings = new ArrayList<Standing>();
                var digests = Digests.makeIn(to);
                from.inTransaction(() -> {
                    from.execute(SNAPSHOT);
                    standings.addAll(standings(from));
                    BesideTheLog.copy(from, to);
                    liveHash = digests.live(from);
                });
                return standings;
            }
        });
    }

    private void create() {
        try {
            scratch.create();
        } catch (SQLException failure) {
            throw NO_RIGHT.equals(failure.getSQLState())
                    ? DatabaseRefusal.because(
                            "the log is replayed into a database of its own, and the role "
                                    + live.user()
                                    + " may not create one: ALTER ROLE ... CREATEDB, or call as"
                                    + " a role that may")
                    : DatabaseRefusal.of(failure);
        }
    }

    /** Where the log is to be replayed into. */
    public Settings.Postgres scratch() {
        return scratch.settings();
    }

    /** Compares what the replay made with what the live memory was. */
    public Comparison compare() {
        return asked(() -> {
            try (var database = Jdbc.connect(scratch.settings(), APPLICATION)) {
                return Digests.in(database).compare(Objects.requireNonNull(liveHash, "not begun"));
            }
        });
    }

    /** Drops the scratch database. */
    @Override
    public void close() {
        scratch.close();
    }

    private static List<Standing> standings(Jdbc database) throws SQLException {
        return database.rows(
                STANDINGS,
                row ->
                        new Standing(
                                new Partition(row.getString("topic"), row.getInt("partition")),
                                row.getString("topic_id"),
                                row.getLong("next_offset")));
    }

    /** What is asked of a database, with the way in which the answer can fail. */
    private interface Question<T> {
        T answer() throws SQLException;
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.answer();
        } catch (SQLException failure) {
            throw DatabaseRefusal.of(failure);
        }
    }
}
