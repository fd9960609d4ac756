package gleaner;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cli.Exit;
import gleaner.config.Settings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command line against a test's servers, in this process. */
final class Command {
    private final Map<String, String> environment;

    private Command(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    static Command with(Settings settings) {
        return new Command(environment(settings));
    }

    private static Map<String, String> environment(Settings settings) {
        var password = settings.postgres().password();
        return Map.of(
                "GLEANER_KAFKA_BOOTSTRAP_SERVERS",
                String.join(",", settings.kafka().bootstrapServers()),
                "GLEANER_KAFKA_TOPICS",
                String.join(",", settings.kafka().topics()),
                "GLEANER_KAFKA_GROUP_ID",
                settings.kafka().groupId(),
                "GLEANER_POSTGRES_URI",
                settings.postgres().uri(),
                "GLEANER_POSTGRES_USER",
                settings.postgres().user(),
                "GLEANER_POSTGRES_PASSWORD",
                password == null ? "" : password.reveal());
    }

    /** With one more variable. */
    Command set(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new Command(more);
    }

    /** Calls it, whatever comes of it. */
    Shown call(String... arguments) {
        return Shown.of("", environment, arguments);
    }

    /** Calls it for a list as JSON, which must go well. */
    List<JsonObject> list(String... arguments) {
        return objects(new JsonArray(succeed(arguments)));
    }

    /** Calls it for a change as JSON, which must go well; gives the changes. */
    List<JsonObject> change(String... arguments) {
        var outcome = new JsonObject(succeed(arguments));
        assertThat(outcome.getBoolean("applied")).isEqualTo(List.of(arguments).contains("--apply"));
        return objects(outcome.getJsonArray("changes"));
    }

    private String succeed(String... arguments) {
        var line = new ArrayList<>(List.of(arguments));
        line.add("--json");
        var shown = call(line.toArray(String[]::new));
        assertThat(shown.code()).as(shown.err()).isEqualTo(Exit.OK);
        return shown.out();
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
