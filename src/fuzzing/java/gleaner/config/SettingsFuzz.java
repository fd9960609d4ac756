package gleaner.config;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import gleaner.fuzz.Claim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Any file and any variables: settings, or all that is wrong with them, the same each time; and
 * wherever the file breaks, what is told of it does not hold the password.
 */
public final class SettingsFuzz {
    private static final String PASSWORD = "quxqux";
    private static final Path FILE = temporary();
    private static final List<Setting<?>> SETTINGS =
            Catalogue.ALL.stream()
                    .filter(setting -> !setting.equals(Catalogue.POSTGRES_PASSWORD_FILE))
                    .toList();

    private SettingsFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
        var environment = environment(data);
        var hasPassword = data.consumeBoolean();
        var where = data.consumeInt(0, 2_000);
        var text = data.consumeRemainingAsString();
        var file = hasPassword ? withPassword(text, Math.min(where, text.length())) : text;
        Files.write(FILE, file.getBytes(StandardCharsets.UTF_8));
        var told = Claim.repeats(() -> told(environment));
        Claim.that(
                !hasPassword || text.contains(PASSWORD) || !told.contains(PASSWORD),
                "no password in",
                told);
    }

    /** A line of its own, wherever that is. */
    private static String withPassword(String text, int where) {
        return text.substring(0, where)
                + "\npostgres:\n  password: "
                + PASSWORD
                + "\n"
                + text.substring(where);
    }

    private static Map<String, String> environment(FuzzedDataProvider data) {
        var environment = new HashMap<String, String>();
        for (int i = data.consumeInt(0, 3); i > 0; i--) {
            var variable =
                    switch (data.consumeInt(0, 2)) {
                        case 0 -> SETTINGS.get(data.consumeInt(0, SETTINGS.size() - 1)).variable();
                        case 1 -> "GLEANER_" + data.consumeString(40);
                        default -> "GLEANER_KAFKA_PROPERTIES_" + data.consumeString(20);
                    };
            environment.put(variable, data.consumeString(40));
        }
        environment.remove(Catalogue.POSTGRES_PASSWORD_FILE.variable());
        return environment;
    }

    /** All that anybody gets to see, but for values of open settings, shown as they were given. */
    private static String told(Map<String, String> environment) {
        return switch (SettingsLoader.load(Optional.of(FILE), environment)) {
            case Loading.Loaded(var settings) -> told(settings);
            case Loading.Refused(var problems) -> {
                Claim.that(!problems.isEmpty(), "a reason");
                yield told(problems);
            }
        };
    }

    /** Nothing where the line of the password was read as part of another value. */
    private static String told(Settings settings) {
        var password = settings.postgres().password();
        return password == null || !password.reveal().equals(PASSWORD) ? "" : settings.toString();
    }

    private static String told(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> !problem.name().contains(PASSWORD))
                .filter(problem -> !problem.complaint().startsWith("\""))
                .map(Problem::toString)
                .collect(Collectors.joining("\n"));
    }

    private static Path temporary() {
        try {
            var file = Files.createTempFile("gleaner-fuzz", ".yaml");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }
}
