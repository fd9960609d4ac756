package gleaner.config;

import java.util.Locale;

/**
 * One thing that can be set.
 *
 * @param name as in the file, levels joined by dots: {@code kafka.poll-timeout}
 * @param kind what it takes
 * @param purpose what it is for, in a few words
 * @param confidential whether a wrong value may hold a secret, so that no message shows it
 */
record Setting<T>(String name, Kind<T> kind, String purpose, boolean confidential) {
    static final String PREFIX = "GLEANER_";

    /** The environment variable that sets it: {@code GLEANER_KAFKA_POLL_TIMEOUT}. */
    String variable() {
        return variable(name);
    }

    static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
