package gleaner.cycle;

import static java.util.Comparator.comparing;

import java.util.Comparator;

/** A user's part of a conversation, among all conversations of all users. */
public record ConversationKey(String userId, String conversationId)
        implements Comparable<ConversationKey> {
    private static final Comparator<ConversationKey> ORDER =
            comparing(ConversationKey::userId).thenComparing(ConversationKey::conversationId);

    @Override
    public int compareTo(ConversationKey other) {
        return ORDER.compare(this, other);
    }
}
