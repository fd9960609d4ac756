package gleaner.postgres;

import static gleaner.postgres.StoreUnderTest.await;

import gleaner.config.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the store and its database, and loses what the test wants lost. */
final class Proxy implements AutoCloseable {
    enum Mode {
        /** Everything goes through. */
        PASSING,
        /** Nothing goes through, and nobody is told. */
        SILENT,
        /** A COMMIT goes through, its reply does not: the connection breaks. */
        LOSING_COMMITS
    }

    private final Vertx vertx = Vertx.vertx();
    private final NetServer server;
    private final Set<NetSocket> sockets = ConcurrentHashMap.newKeySet();
    private final String host;
    private final int port;
    private volatile Mode mode = Mode.PASSING;

    Proxy(String host, int port) {
        this.host = host;
        this.port = port;
        server = vertx.createNetServer().connectHandler(this::connect);
        await(server.listen(0, "127.0.0.1"));
    }

    void mode(Mode next) {
        mode = next;
    }

    Settings.Postgres through(Settings.Postgres s, Settings.Postgres limits) {
        return new Settings.Postgres(
                s.uri().replace(host + ":" + port, "127.0.0.1:" + server.actualPort()),
                s.user(),
                s.password(),
                s.poolSize(),
                limits.connectTimeout(),
                limits.statementTimeout(),
                limits.lockTimeout(),
                limits.idleInTransactionTimeout(),
                s.migrationTimeout());
    }

    private void connect(NetSocket client) {
        client.pause();
        vertx.createNetClient()
                .connect(port, host)
                .onSuccess(database -> {
                    sockets.add(client);
                    database.handler(reply -> toClient(client, reply));
                    database.closeHandler(v -> client.close());
                    client.handler(request -> toDatabase(database, request));
                    client.closeHandler(v -> database.close());
                    client.resume();
                });
    }

    private void toClient(NetSocket client, Buffer reply) {
        switch (mode) {
            case PASSING -> client.write(reply);
            case SILENT -> {}
            case LOSING_COMMITS -> {
                if (reply.toString(StandardCharsets.ISO_8859_1).contains("COMMIT")) {
                    client.close();
                } else {
                    client.write(reply);
                }
            }
        }
    }

    private void toDatabase(NetSocket database, Buffer request) {
        if (mode != Mode.SILENT) {
            database.write(request);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
