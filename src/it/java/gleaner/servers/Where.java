package gleaner.servers;

import java.util.Locale;
import java.util.Optional;

/** Where the servers come from. */
enum Where {
    AUTO,
    CONTAINERS,
    EMBEDDED;

    static final String NAME = "TEST_SERVERS";

    /** As the system property says, else the environment, else {@link #AUTO}. */
    static Where chosen() {
        var value =
                Optional.ofNullable(System.getProperty(NAME))
                        .or(() -> Optional.ofNullable(System.getenv(NAME)))
                        .filter(text -> !text.isBlank())
                        .orElse("auto");
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "auto" -> AUTO;
            case "containers" -> CONTAINERS;
            case "embedded" -> EMBEDDED;
            default ->
                    throw new IllegalArgumentException(
                            NAME + " is '" + value + "'; allowed: auto, containers, embedded");
        };
    }
}
