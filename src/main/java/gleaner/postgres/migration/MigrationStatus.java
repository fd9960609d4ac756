package gleaner.postgres.migration;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one version of the schema stands in a database.
 *
 * @param script its file under {@code migrations/}
 * @param when it was applied
 * @param took how long that was
 * @param checksum of the script as it was applied, or else as it is shipped
 */
public record MigrationStatus(
        String version,
        String description,
        String script,
        State state,
        @Nullable Instant when,
        @Nullable Duration took,
        @Nullable Integer checksum) {

    /** What is to be done about a version. */
    public enum State {
        APPLIED,
        PENDING,
        /** Applied by a later version of this program, which this one lives beside. */
        LATER,
        /** Applied, but the script that is shipped is another now: the program refuses to start. */
        CHANGED,
        FAILED
    }
}
