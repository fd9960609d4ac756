package gleaner.postgres;

import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.VertxWrapper;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.time.Duration;

/**
 * The same Vert.x, but for its TCP clients, whose connections have a {@link Severing}: the only way
 * to a connection that the database client has not finished opening yet.
 */
final class SeveringClients extends VertxWrapper {
    private final Duration silence;

    SeveringClients(Vertx vertx, Duration silence) {
        super((VertxInternal) vertx);
        this.silence = silence;
    }

    @Override
    public NetClient createNetClient(NetClientOptions options) {
        return new SeveringClient(super.createNetClient(options), silence);
    }
}
