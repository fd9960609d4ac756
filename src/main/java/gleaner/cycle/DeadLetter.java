package gleaner.cycle;

import gleaner.event.Partition;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be applied, and why.
 *
 * @param errorClass short and stable: {@code not_json}, {@code data}
 * @param sqlState where the database refused it
 * @param reason without personal data
 * @param attempts how often it was tried
 */
public record DeadLetter(
        Partition partition,
        long offset,
        String errorClass,
        @Nullable String sqlState,
        String reason,
        int attempts) {
    /** Of a record that processes died of: it is never touched again, not even for its context. */
    public static final String PROCESS_DIED = "process_died";
}
