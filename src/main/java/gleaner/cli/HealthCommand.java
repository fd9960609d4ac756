package gleaner.cli;

import gleaner.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks the worker on this machine how it stands; a container asks itself with it. */
@Command(
        name = "health",
        description =
                "Asks the worker on this machine whether it is ready: exits with 0, or else 1.")
public final class HealthCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final Surroundings surroundings;

    @Mixin private SettingsOption settingsOption = new SettingsOption();

    @Option(names = "--live", description = "Asks whether it is alive, ready or not.")
    private boolean live;

    public HealthCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException, URISyntaxException {
        var settings = settingsOption.load(surroundings);
        return settings.isPresent() ? ask(probe(settings.get().http())) : Exit.USAGE;
    }

    private int ask(URI probe) throws InterruptedException {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(probe).timeout(PATIENCE).build(),
                            BodyHandlers.ofString());
            surroundings.out().println(answer.body());
            return answer.statusCode() == OK ? Exit.OK : Exit.FAILED;
        } catch (IOException silent) {
            surroundings.err().println(probe + " does not answer: " + silent);
            return Exit.FAILED;
        }
    }

    private URI probe(Settings.Http http) throws URISyntaxException {
        var path = live ? "/health/live" : "/health/ready";
        return new URI("http", null, reachable(http.host()), http.port(), path, null, null);
    }

    /** Who listens everywhere is asked at home. */
    private static String reachable(String host) {
        return switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "::1";
            default -> host;
        };
    }
}
