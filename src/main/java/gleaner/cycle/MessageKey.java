package gleaner.cycle;

import static java.util.Comparator.comparing;

import java.util.Comparator;

/** A message, among all messages of all users. */
public record MessageKey(String userId, String messageId) implements Comparable<MessageKey> {
    private static final Comparator<MessageKey> ORDER =
            comparing(MessageKey::userId).thenComparing(MessageKey::messageId);

    @Override
    public int compareTo(MessageKey other) {
        return ORDER.compare(this, other);
    }
}
