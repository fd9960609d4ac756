package gleaner.cycle;

import static java.util.Comparator.comparing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * An edit or a deletion: what now counts as the content of a message. Of several, the latest
 * counts, and a deletion counts over an edit of the same time. What is left to decide, the digests
 * of their events do, because the store keeps nothing else of the events.
 *
 * @param eventId the event that brought it; an edit's own observations carry the same id
 */
public record Revision(Instant revisedAt, boolean deletion, String eventId)
        implements Comparable<Revision> {
    private static final Comparator<Revision> ORDER =
            comparing(Revision::revisedAt)
                    .thenComparing(Revision::deletion)
                    .thenComparing(Revision::eventDigest);

    @Override
    public int compareTo(Revision other) {
        return ORDER.compare(this, other);
    }

    private String eventDigest() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(eventId.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
