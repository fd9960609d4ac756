package gleaner.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the settings: the defaults, a file over them, the environment over both. Whatever is wrong
 * is told at once.
 */
public final class SettingsLoader {
    private static final String DEFAULTS = "/config/gleaner.yaml";

    private final Map<String, Given> given = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private SettingsLoader() {}

    /**
     * Loads the settings.
     *
     * @param file that stands over the defaults, if one was named
     * @param environment all variables; only {@code GLEANER_...} are looked at
     */
    public static Loading load(Optional<Path> file, Map<String, String> environment) {
        var loader = new SettingsLoader();
        loader.lay(YamlLayer.read("built-in defaults", defaults()));
        file.ifPresent(loader::layFile);
        loader.lay(EnvironmentLayer.read(environment));
        return loader.finish();
    }

    /** The file that every default comes from, as it was packaged. */
    static String defaults() {
        try (InputStream in = SettingsLoader.class.getResourceAsStream(DEFAULTS)) {
            if (in == null) {
                throw new IllegalStateException(DEFAULTS + " is missing on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void layFile(Path file) {
        try {
            lay(YamlLayer.read(file.toString(), Files.readString(file)));
        } catch (NoSuchFileException _) {
            problems.add(new Problem("--config", file.toString(), "there is no such file"));
        } catch (IOException unreadable) {
            problems.add(
                    new Problem(
                            "--config",
                            file.toString(),
                            "cannot be read: " + unreadable.getClass().getSimpleName()));
        }
    }

    private void lay(Layer layer) {
        layer.given().forEach(one -> given.put(one.name(), one));
        problems.addAll(layer.problems());
    }

    private Loading finish() {
        var values = new Values(given);
        given.values().forEach(one -> KnownNames.check(one).ifPresent(problems::add));
        problems.addAll(values.problems());
        problems.addAll(KafkaProperties.problems(given.values()));
        problems.addAll(Rules.broken(values));
        return problems.isEmpty()
                ? new Loading.Loaded(values.settings(KafkaProperties.of(given.values())))
                : new Loading.Refused(problems);
    }
}
