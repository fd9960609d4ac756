package gleaner.cli;

import gleaner.config.Settings;
import java.util.Locale;

/**
 * Tells {@code logback.xml} how log lines look. It is read once, for the first logger that anybody
 * asks for: so this runs before any class with a logger is touched.
 */
final class Logging {
    private Logging() {}

    static void apply(Settings.Log log) {
        System.setProperty("GLEANER_LOG_FORMAT", log.format().name().toLowerCase(Locale.ROOT));
        System.setProperty("GLEANER_LOG_LEVEL", log.level().name().toLowerCase(Locale.ROOT));
    }
}
