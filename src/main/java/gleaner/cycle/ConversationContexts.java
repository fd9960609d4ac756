package gleaner.cycle;

import gleaner.extract.Context;
import gleaner.extract.Turn;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * The recent turns of one partition's conversations, from which a turn's context is taken.
 *
 * <p>What it gives depends on nothing but the log: the turns of the same conversation within the
 * last {@code records} offsets, at most {@code turns} of them, none older than {@code age}. So a
 * restarted worker that first reads that many records again extracts what the old one would have.
 */
final class ConversationContexts {
    private final int records;
    private final int turns;
    private final Duration age;
    private final Map<String, Deque<Remembered>> byConversation = new HashMap<>();
    private final Deque<Remembered> byOffset = new ArrayDeque<>();

    private record Remembered(long offset, Turn turn) {}

    ConversationContexts(int records, int turns, Duration age) {
        this.records = records;
        this.turns = turns;
        this.age = age;
    }

    /** The context of a turn that stands at this offset. */
    Context before(long offset, Turn turn) {
        evict(offset);
        var earliest = turn.source().saidAt().minus(age);
        var recent =
                byConversation
                        .getOrDefault(turn.source().conversationId(), new ArrayDeque<>())
                        .stream()
                        .map(Remembered::turn)
                        .filter(t -> !isSameMessage(t, turn))
                        .filter(t -> !t.source().saidAt().isBefore(earliest))
                        .filter(t -> !t.source().saidAt().isAfter(turn.source().saidAt()))
                        .toList();
        return new Context(recent.subList(Math.max(0, recent.size() - turns), recent.size()));
    }

    /** Keeps a turn for those that follow it; an edited message takes the place of the old one. */
    void remember(long offset, Turn turn) {
        evict(offset);
        var conversation =
                byConversation.computeIfAbsent(
                        turn.source().conversationId(), id -> new ArrayDeque<>());
        conversation.removeIf(r -> isSameMessage(r.turn(), turn));
        var remembered = new Remembered(offset, turn);
        conversation.addLast(remembered);
        byOffset.addLast(remembered);
    }

    /** Drops a deleted message. */
    void drop(MessageKey message) {
        dropIf(t ->
                t.userId().equals(message.userId())
                        && t.source().messageId().equals(message.messageId()));
    }

    /** Drops a forgotten conversation. */
    void drop(ConversationKey conversation) {
        dropIf(t ->
                t.userId().equals(conversation.userId())
                        && t.source().conversationId().equals(conversation.conversationId()));
    }

    /** Drops everything that was said in a forgotten user's conversations. */
    void dropUser(String userId) {
        dropIf(t -> t.userId().equals(userId));
    }

    private void dropIf(java.util.function.Predicate<Turn> condition) {
        byOffset.removeIf(r -> condition.test(r.turn()));
        for (Iterator<Deque<Remembered>> it = byConversation.values().iterator(); it.hasNext(); ) {
            var conversation = it.next();
            conversation.removeIf(r -> condition.test(r.turn()));
            if (conversation.isEmpty()) {
                it.remove();
            }
        }
    }

    private void evict(long offset) {
        while (!byOffset.isEmpty() && byOffset.peekFirst().offset() < offset - records) {
            var old = byOffset.removeFirst();
            var id = old.turn().source().conversationId();
            var conversation = byConversation.get(id);
            if (conversation != null && conversation.remove(old) && conversation.isEmpty()) {
                byConversation.remove(id);
            }
        }
    }

    private static boolean isSameMessage(Turn a, Turn b) {
        return a.userId().equals(b.userId())
                && a.source().messageId().equals(b.source().messageId());
    }
}
