package gleaner.bench.jsonb;

import gleaner.demo.Closing;
import gleaner.demo.EmbeddedPostgres;
import gleaner.demo.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures TEXT cast against JSONB on a server of its own, and writes what came of it. */
@Command(
        name = "jsonb",
        description = "TEXT cast against native JSONB, with every index that could serve.")
public final class JsonbBench implements Callable<Integer> {
    /**
     * Images of full pages depend on when the last checkpoint was, and a vacuum comes when it
     * comes: neither belongs to what is compared.
     */
    private static final Map<String, String> SERVER =
            Map.of(
                    "shared_buffers", "1GB",
                    "maintenance_work_mem", "1GB",
                    "work_mem", "64MB",
                    "full_page_writes", "off",
                    "checkpoint_timeout", "1h",
                    "max_wal_size", "16GB",
                    "autovacuum", "off",
                    "jit", "off",
                    "max_parallel_workers_per_gather", "0");

    @SuppressWarnings("UnusedVariable") // read by picocli
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description =
                    "small (a minute) or full (half an hour or more, 15 GB of disk); small unless"
                            + " said.")
    private Size size = Size.SMALL;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description =
                    "Where the result goes; docs/BENCH-jsonb.md for full, otherwise"
                            + " target/bench/BENCH-jsonb.md.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException, SQLException {
        var home = Path.of(System.getProperty("gleaner.home", "."));
        var target = file == null ? home.resolve(size.file()) : file;
        try (var closing = new Closing()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(closing)));
            var folder = Folder.temporary("gleaner-bench-");
            closing.add(folder::close);
            var server = EmbeddedPostgres.start(folder.path().resolve("postgres"), SERVER);
            closing.add(server::close);
            try (var connection = connect(server)) {
                measure(connection, target);
            }
        }
        System.out.println(target);
        return 0;
    }

    /** Also when the run is broken off: a server would live on, and its files stay. */
    private static void close(Closing closing) {
        try {
            closing.close();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        var connection =
                DriverManager.getConnection(server.jdbcUrl("postgres") + "&prepareThreshold=1");
        try (var statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            statement.execute("SET plan_cache_mode = force_custom_plan");
        }
        return connection;
    }

    /**
     * The result is written after each cell, so that a run that is broken off leaves what it has.
     */
    private void measure(Connection connection, Path target) throws SQLException, IOException {
        var machine = Machine.serving(Sql.text(connection, "SHOW server_version"));
        var roundTrip = roundTrip(connection);
        machine.look();
        var hot = new HotBench(connection, size.ofHot()).run();
        var cells = new ArrayList<CellResult>();
        for (var cell : size.cells()) {
            System.out.println(cell.title());
            cells.add(new CellBench(connection, cell, Size.accesses(cell), size.budget()).run());
            machine.look();
            write(
                    target,
                    new Results(
                            LocalDate.now(ZoneOffset.UTC),
                            size.name().toLowerCase(Locale.ROOT),
                            machine.describe(),
                            roundTrip,
                            cells,
                            size.cells().subList(cells.size(), size.cells().size()),
                            size.ofHot(),
                            hot));
        }
    }

    private static Spread roundTrip(Connection connection) throws SQLException {
        var millis = new ArrayList<Double>();
        for (var i : IntStream.range(0, 500).toArray()) {
            var start = System.nanoTime();
            Sql.number(connection, "SELECT ?::int", i);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return Spread.of(millis);
    }

    private static void write(Path target, Results results) throws IOException {
        Files.createDirectories(target.toAbsolutePath().resolveSibling(".").normalize());
        Files.writeString(target, BenchReport.of(results));
    }
}
