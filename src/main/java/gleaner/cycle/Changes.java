package gleaner.cycle;

import gleaner.memory.Observation;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * A batch, reduced: one row per conflict key, everything in the one global order.
 *
 * @param forgotten users to forget, each with the latest time up to which
 * @param forgottenConversations conversations to forget, likewise
 * @param revisions messages edited or deleted, each with the revision that counts; also of users
 *     who are forgotten
 * @param observations sorted by user, slot, message, value; no two with one key; none that this
 *     same batch takes back
 * @param deadLetters sorted by partition and offset
 */
public record Changes(
        SortedMap<String, Instant> forgotten,
        SortedMap<ConversationKey, Instant> forgottenConversations,
        SortedMap<MessageKey, Revision> revisions,
        List<RevisedObservation> observations,
        List<DeadLetter> deadLetters) {

    /**
     * An observation, and what it stands or falls with.
     *
     * @param edited whether an edit brought it, so that it counts only while that edit is the
     *     message's revision
     */
    public record RevisedObservation(Observation observation, boolean edited) {}
}
