package gleaner.postgres;

import io.vertx.core.Future;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A TCP client that gives each of its connections a {@link Severing}. */
final class SeveringClient implements NetClient {
    private final NetClient client;
    private final Duration silence;

    SeveringClient(NetClient client, Duration silence) {
        this.client = client;
        this.silence = silence;
    }

    @Override
    public Future<NetSocket> connect(ConnectOptions options) {
        return client.connect(options).map(this::severed);
    }

    private NetSocket severed(NetSocket socket) {
        var channel = ((NetSocketInternal) socket).channelHandlerContext().channel();
        channel.pipeline().addFirst(new Severing(silence));
        return socket;
    }

    @Override
    public Future<NetSocket> connect(int port, String host) {
        return connect(SocketAddress.inetSocketAddress(port, host));
    }

    @Override
    public Future<NetSocket> connect(int port, String host, String serverName) {
        return connect(SocketAddress.inetSocketAddress(port, host), serverName);
    }

    @Override
    public Future<NetSocket> connect(SocketAddress address) {
        return connect(new ConnectOptions().setRemoteAddress(address));
    }

    @Override
    public Future<NetSocket> connect(SocketAddress address, String serverName) {
        return connect(new ConnectOptions().setRemoteAddress(address).setSniServerName(serverName));
    }

    @Override
    public Future<Void> shutdown(long timeout, TimeUnit unit) {
        return client.shutdown(timeout, unit);
    }

    @Override
    public Future<Boolean> updateSSLOptions(ClientSSLOptions options, boolean force) {
        return client.updateSSLOptions(options, force);
    }

    @Override
    public boolean isMetricsEnabled() {
        return client.isMetricsEnabled();
    }
}
