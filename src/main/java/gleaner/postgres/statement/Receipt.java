package gleaner.postgres.statement;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was taken back.
 *
 * @param upTo what was said until then
 * @param counts rows by table: those that went, and those that held something of it and were folded
 *     anew
 */
public record Receipt(Instant upTo, Map<String, Long> counts) {
    public Receipt {
        counts = new TreeMap<>(counts);
    }
}
