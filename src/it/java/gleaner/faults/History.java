package gleaner.faults;

import gleaner.event.Partition;
import gleaner.servers.TestDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What really happened to a database: triggers write down every step of a position and every
 * observation in the very transaction that makes it, into a table without any key. Merges are
 * idempotent, so nothing else would show that something was applied twice; and what was rolled back
 * leaves no trace here either.
 */
final class History {
    private static final String TABLE =
            """
            CREATE SCHEMA faults;
            CREATE TABLE faults.trace (
                seq            bigserial,
                transaction    bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
                at             timestamptz NOT NULL DEFAULT clock_timestamp(),
                kind           text NOT NULL,
                topic          text,
                partition      int,
                epoch          bigint,
                from_offset    bigint,
                to_offset      bigint,
                user_id        text,
                event_id       text,
                observation_id uuid,
                error_class    text,
                crash_count    int
            );
            """;

    private static final String TRIGGERS =
            """
            CREATE FUNCTION faults.position_began() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO faults.trace (kind, topic, partition, to_offset)
                VALUES ('began', NEW.topic, NEW.partition, NEW.next_offset);
                RETURN NULL;
            END $$;
            CREATE TRIGGER faults_began AFTER INSERT ON gleaner.partition_progress
                FOR EACH ROW EXECUTE FUNCTION faults.position_began();

            CREATE FUNCTION faults.position_changed() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.owner_epoch <> OLD.owner_epoch THEN
                    INSERT INTO faults.trace (kind, topic, partition, epoch, crash_count)
                    VALUES ('claimed', NEW.topic, NEW.partition, NEW.owner_epoch, NEW.crash_count);
                END IF;
                IF NEW.next_offset <> OLD.next_offset THEN
                    INSERT INTO faults.trace (kind, topic, partition, epoch, from_offset, to_offset)
                    VALUES ('moved', NEW.topic, NEW.partition, NEW.owner_epoch, OLD.next_offset, NEW.next_offset);
                END IF;
                RETURN NULL;
            END $$;
            CREATE TRIGGER faults_changed AFTER UPDATE ON gleaner.partition_progress
                FOR EACH ROW EXECUTE FUNCTION faults.position_changed();

            CREATE FUNCTION faults.observed() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO faults.trace (kind, user_id, event_id, observation_id)
                VALUES ('observed', NEW.user_id, NEW.event_id, NEW.observation_id);
                RETURN NEW;
            END $$;
            CREATE TRIGGER faults_observed BEFORE INSERT ON gleaner.observation
                FOR EACH ROW WHEN (NEW.extractor NOT LIKE 'foreign:%') EXECUTE FUNCTION faults.observed();

            CREATE FUNCTION faults.buried() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO faults.trace (kind, topic, partition, to_offset, error_class)
                VALUES ('buried', NEW.topic, NEW.partition, NEW."offset", NEW.error_class);
                RETURN NEW;
            END $$;
            CREATE TRIGGER faults_buried BEFORE INSERT ON gleaner.dead_letter
                FOR EACH ROW EXECUTE FUNCTION faults.buried();
            """;

    private final TestDatabase database;

    private History(TestDatabase database) {
        this.database = database;
    }

    /** Begins to record; the database must be migrated, and nothing be applied yet. */
    static History of(TestDatabase database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(TABLE + TRIGGERS);
        }
        return new History(database);
    }

    /**
     * All that was committed, in the order in which it was done: of a partition, and of a user,
     * that is the order of the commits, because the row was locked from then on.
     */
    List<Trace> traces() throws SQLException {
        var traces = new ArrayList<Trace>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM faults.trace ORDER BY seq")) {
            while (rows.next()) {
                traces.add(trace(rows));
            }
        }
        return traces;
    }

    private static Trace trace(ResultSet row) throws SQLException {
        var transaction = row.getLong("transaction");
        var at = row.getTimestamp("at").toInstant();
        return switch (row.getString("kind")) {
            case "began" -> new Trace.Began(transaction, partition(row), row.getLong("to_offset"));
            case "claimed" ->
                    new Trace.Claimed(
                            transaction,
                            partition(row),
                            row.getLong("epoch"),
                            row.getInt("crash_count") > 0,
                            at);
            case "moved" ->
                    new Trace.Moved(
                            transaction,
                            partition(row),
                            row.getLong("epoch"),
                            row.getLong("from_offset"),
                            row.getLong("to_offset"),
                            at);
            case "observed" ->
                    new Trace.Observed(
                            transaction,
                            row.getString("user_id"),
                            row.getString("event_id"),
                            Objects.requireNonNull(row.getObject("observation_id", UUID.class)));
            case "buried" ->
                    new Trace.Buried(
                            transaction,
                            partition(row),
                            row.getLong("to_offset"),
                            row.getString("error_class"));
            default -> throw new IllegalStateException(row.getString("kind"));
        };
    }

    private static Partition partition(ResultSet row) throws SQLException {
        return new Partition(row.getString("topic"), row.getInt("partition"));
    }
}
