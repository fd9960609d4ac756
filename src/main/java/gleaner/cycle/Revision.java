package gleaner.cycle;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;

/**
 * An edit or a deletion: what now counts as the content of a message. Of several, the latest
 * counts, and a deletion counts over an edit of the same time.
 *
 * @param eventId the event that brought it; an edit's own observations carry the same id
 */
public record Revision(Instant revisedAt, boolean deletion, String eventId)
        implements Comparable<Revision> {
    private static final Comparator<Revision> ORDER =
            comparing(Revision::revisedAt)
                    .thenComparing(Revision::deletion)
                    .thenComparing(Revision::eventId);

    @Override
    public int compareTo(Revision other) {
        return ORDER.compare(this, other);
    }
}
