package gleaner.demo;

import gleaner.config.Loading;
import gleaner.config.Settings;
import gleaner.config.SettingsLoader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;

/** The documented defaults, pointed at the servers of the demo. */
final class DemoSettings {
    private DemoSettings() {}

    static Settings of(DemoServers servers) throws IOException {
        var environment =
                Map.of(
                        "GLEANER_KAFKA_BOOTSTRAP_SERVERS",
                        servers.kafka().bootstrapServers(),
                        "GLEANER_KAFKA_TOPICS",
                        DemoServers.TOPIC,
                        "GLEANER_POSTGRES_URI",
                        servers.uri(),
                        "GLEANER_POSTGRES_USER",
                        EmbeddedPostgres.USER,
                        "GLEANER_HTTP_HOST",
                        EmbeddedPostgres.HOST,
                        "GLEANER_HTTP_PORT",
                        Integer.toString(freePort()));
        return switch (SettingsLoader.load(Optional.empty(), environment)) {
            case Loading.Loaded(var settings) -> settings;
            case Loading.Refused(var problems) ->
                    throw new IllegalStateException("settings of the demo: " + problems);
        };
    }

    /** Named before the worker takes it, so that it can be shown; nobody else is likely to. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
