package gleaner.demo;

import gleaner.Worker;
import gleaner.config.Settings;
import gleaner.postgres.Database;
import gleaner.postgres.StateHash;
import gleaner.postgres.migration.Migrations;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.kafka.common.utils.AppInfoParser;

/** Everything that a showing needs, started in its order and ready. */
record Stage(
        Terminal terminal,
        Settings settings,
        DemoServers servers,
        Worker worker,
        MemoryTables tables) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Starts it all.
     *
     * @param closing takes what is to be stopped, also of a start that failed half-way
     */
    static Stage build(Terminal terminal, Path folder, Ending ending, Closing closing)
            throws Exception {
        terminal.blank();
        terminal.line(terminal.strong("Gleaner") + " with a real broker and a real database, in");
        terminal.line(folder.toString());
        terminal.blank();
        var starting = new Starting(terminal, ending);
        var servers = servers(starting, folder, closing);
        var settings = DemoSettings.of(servers);
        var worker = worker(starting, settings, closing);
        var tables = MemoryTables.connect(servers.jdbcUrl());
        closing.add(tables::close);
        return new Stage(terminal, settings, servers, worker, tables);
    }

    private static DemoServers servers(Starting starting, Path folder, Closing closing)
            throws Exception {
        var postgres =
                starting.step(
                        "PostgreSQL",
                        () -> DemoServers.startPostgres(folder, closing),
                        server -> EmbeddedPostgres.HOST + ":" + server.port());
        var kafka =
                starting.step(
                        "Kafka " + AppInfoParser.getVersion(),
                        () -> DemoServers.startKafka(folder, closing),
                        EmbeddedKafka::bootstrapServers);
        return new DemoServers(postgres, kafka);
    }

    private static Worker worker(Starting starting, Settings settings, Closing closing)
            throws Exception {
        starting.step(
                "schema",
                () -> {
                    Migrations.run(settings.postgres());
                    return DemoServers.DATABASE;
                },
                database -> "database " + database);
        var worker =
                starting.step(
                        "worker",
                        () ->
                                Waiting.until(
                                        Worker.start(settings), PATIENCE, "starting the worker"),
                        started -> EmbeddedPostgres.HOST + ":" + started.httpPort());
        var drain = settings.shutdown().drain().plusSeconds(10);
        closing.add(() -> Waiting.until(worker.stop(), drain, "stopping the worker"));
        return worker;
    }

    /** Plays the script and tells what came of it. */
    Accounting show(Script script, Ending ending) throws Exception {
        terminal.line(
                "  people      "
                        + script.samples().size()
                        + " records from "
                        + script.file().normalize());
        terminal.blank();
        var progress = new Progress(terminal, script.samples().size());
        var accounting = new Session(ending, servers, worker, tables, progress).play(script);
        People.of(tables, script.samples()).tell(terminal);
        new Books(accounting, stateHash()).tell(terminal);
        return accounting;
    }

    Doors doors(LogFile log) throws SQLException {
        var somebody = tables.users().stream().findFirst().orElse("somebody");
        return new Doors(servers, worker.httpPort(), log.file(), somebody);
    }

    private String stateHash() throws IOException {
        var vertx = Vertx.vertx();
        try {
            var hash = StateHash.of(Database.connect(vertx, settings.postgres()));
            return Waiting.until(hash, PATIENCE, "reading the state");
        } finally {
            Waiting.until(vertx.close(), PATIENCE, "closing");
        }
    }
}
