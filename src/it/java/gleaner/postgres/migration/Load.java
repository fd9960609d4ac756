package gleaner.postgres.migration;

import gleaner.servers.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Programs that read and write users while a migration runs, with statements that mean the same for
 * preferences as TEXT and as JSONB. Each writer has users of its own, and knows what it stored
 * last.
 */
final class Load implements AutoCloseable {
    private static final int WRITERS = 3;
    private static final int SEVERAL = 20;

    final Queue<String> failures = new ConcurrentLinkedQueue<>();
    final Map<String, String> stored = new ConcurrentHashMap<>();
    final Map<String, LongAdder> statements = new ConcurrentHashMap<>();
    private final List<Thread> programs = new ArrayList<>();
    private final TestDatabase database;
    private volatile boolean ends;

    private final int users;

    private Load(TestDatabase database, int users) {
        this.database = database;
        this.users = users;
    }

    /** One statement, again and again. */
    private interface Program {
        void step(Connection connection, Random random) throws SQLException;
    }

    static Load on(TestDatabase database, int users) {
        var load = new Load(database, users);
        load.start("read the text", (c, r) -> read(c, "preferences::text", load.anyone(r)));
        load.start("read as it is", (c, r) -> read(c, "preferences", load.anyone(r)));
        load.start(
                "read a key",
                (c, r) ->
                        read(c, "preferences::jsonb->'preferred_name'->>'value'", load.anyone(r)));
        load.start(
                "count a key",
                (c, r) -> read(c, "preferences::jsonb ? 'preferred_name'", load.anyone(r)));
        load.start("store a document", load::storeDocument);
        load.start("merge into a document", load::merge);
        load.start("store several", load::storeSeveral);
        load.start(
                "write another column",
                (c, r) ->
                        run(
                                c,
                                "UPDATE universal_users SET last_active = now() WHERE universal_id"
                                        + " = '"
                                        + load.anyone(r)
                                        + "'"));
        load.start("add", load::add);
        load.start(
                "remove",
                (c, r) ->
                        run(
                                c,
                                "DELETE FROM universal_users WHERE universal_id = 'gone-"
                                        + r.nextInt(1000)
                                        + "'"));
        return load;
    }

    /** Statements that went through, of each program. */
    Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        statements.forEach((name, count) -> counts.put(name, count.sum()));
        return counts;
    }

    private void start(String name, Program program) {
        var count = new LongAdder();
        statements.put(name, count);
        programs.add(
                Thread.ofPlatform()
                        .name(name)
                        .start(() -> {
                            try (var connection = connect()) {
                                var random = new Random(name.hashCode());
                                while (!ends) {
                                    program.step(connection, random);
                                    count.increment();
                                    Thread.sleep(1);
                                }
                            } catch (SQLException e) {
                                failures.add(name + ": " + e.getMessage());
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }));
    }

    /** Without prepared statements, whose results cannot change their type. */
    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl() + "&preferQueryMode=simple");
    }

    private void storeDocument(Connection connection, Random random) throws SQLException {
        var user = ownedBy(0, random);
        var document = "{\"stored\": %d}".formatted(random.nextInt());
        run(
                connection,
                "UPDATE universal_users SET preferences = '%s' WHERE universal_id = '%s'"
                        .formatted(document, user));
        stored.put(user, document);
    }

    private void merge(Connection connection, Random random) throws SQLException {
        var user = ownedBy(1, random);
        var value = random.nextInt();
        run(
                connection,
                "UPDATE universal_users SET preferences = preferences::jsonb || '{\"merged\": %d}' WHERE universal_id = '%s'"
                        .formatted(value, user));
        stored.put(user + " merged", Integer.toString(value));
    }

    /**
     * In one transaction, in no order: whoever waits for one of them while it holds another is in
     * danger.
     */
    private void storeSeveral(Connection connection, Random random) throws SQLException {
        connection.setAutoCommit(false);
        var documents = new TreeMap<String, String>();
        for (int i = 0; i < SEVERAL; i++) {
            var user = ownedBy(2, random);
            var document = "{\"several\": %d}".formatted(random.nextInt());
            run(
                    connection,
                    "UPDATE universal_users SET preferences = '%s' WHERE universal_id = '%s'"
                            .formatted(document, user));
            documents.put(user, document);
        }
        connection.commit();
        stored.putAll(documents);
    }

    private void add(Connection connection, Random random) throws SQLException {
        var user = (random.nextBoolean() ? "gone-" : "added-") + random.nextInt(1000);
        run(
                connection,
                "INSERT INTO universal_users (universal_id, primary_username, preferences) VALUES ('%s', 'u', '{\"added\": 1}') ON CONFLICT DO NOTHING"
                        .formatted(user));
        if (user.startsWith("added")) {
            stored.put(user, "{\"added\": 1}");
        }
    }

    private String ownedBy(int writer, Random random) {
        return "user-" + (1 + writer + WRITERS * random.nextInt(users / WRITERS));
    }

    private String anyone(Random random) {
        return "user-" + (1 + random.nextInt(users));
    }

    private static void read(Connection connection, String what, String user) throws SQLException {
        run(
                connection,
                "SELECT " + what + " FROM universal_users WHERE universal_id = '" + user + "'");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends all programs and waits for their last statements. */
    @Override
    public void close() {
        ends = true;
        for (var program : programs) {
            try {
                program.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
