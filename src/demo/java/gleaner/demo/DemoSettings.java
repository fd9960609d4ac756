package gleaner.demo;

import gleaner.config.Loading;
import gleaner.config.Settings;
import gleaner.config.SettingsLoader;
import java.util.Map;
import java.util.Optional;

/** The documented defaults, pointed at the servers of the demo. */
final class DemoSettings {
    private DemoSettings() {}

    static Settings of(DemoServers servers) {
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
                        "0");
        return switch (SettingsLoader.load(Optional.empty(), environment)) {
            case Loading.Loaded(var settings) -> settings;
            case Loading.Refused(var problems) ->
                    throw new IllegalStateException("settings of the demo: " + problems);
        };
    }
}
