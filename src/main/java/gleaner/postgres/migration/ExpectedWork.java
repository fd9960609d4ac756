package gleaner.postgres.migration;

import java.time.Duration;

/**
 * What a pending migration is expected to do to tables that others use.
 *
 * @param version as in V2
 * @param lock what others cannot do meanwhile; empty where nobody notices
 * @param time roughly how long; most of it is reading and writing the table
 */
public record ExpectedWork(String version, String lock, Duration time) {

    static ExpectedWork free(Script script) {
        return new ExpectedWork(version(script), "", Duration.ZERO);
    }

    static ExpectedWork of(Script script, String lock, Duration time) {
        return new ExpectedWork(version(script), lock, time);
    }

    private static String version(Script script) {
        return script.name().replaceFirst("__.*", "");
    }

    /** Whether nobody notices. */
    public boolean isFree() {
        return lock.isEmpty();
    }
}
