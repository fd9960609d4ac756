package gleaner.servers;

import gleaner.demo.EmbeddedKafka;
import gleaner.demo.EmbeddedPostgres;
import gleaner.demo.Folder;
import java.io.IOException;

/** The servers of the demo, from packages, in a temporary folder. */
final class Embedded implements Source {
    private final Folder folder;

    Embedded() throws IOException {
        folder = Folder.temporary("gleaner-it-");
    }

    @Override
    public DatabaseServer database() throws IOException {
        var server = EmbeddedPostgres.start(folder.path().resolve("postgres"));
        return new DatabaseServer(
                EmbeddedPostgres.HOST,
                server.port(),
                EmbeddedPostgres.USER,
                "unasked",
                server::close);
    }

    @Override
    public LogServer log() throws IOException {
        var server = EmbeddedKafka.start(folder.path().resolve("kafka"));
        return new LogServer(server.bootstrapServers(), server::close);
    }

    @Override
    public String title() {
        return "embedded";
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
