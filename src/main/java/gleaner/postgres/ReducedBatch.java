package gleaner.postgres;

import gleaner.cycle.Changes;
import gleaner.cycle.ConversationKey;
import gleaner.cycle.DeadLetter;
import gleaner.cycle.Effect;
import gleaner.cycle.MessageKey;
import gleaner.cycle.PartitionAdvance;
import gleaner.cycle.Reducer;
import gleaner.cycle.Revision;
import gleaner.cycle.WriteBatch;
import gleaner.postgres.letter.Keeping;
import gleaner.postgres.letter.Kept;
import gleaner.postgres.statement.Sighting;
import gleaner.postgres.statement.StoredLetter;
import gleaner.postgres.statement.StoredObservation;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A batch in the form in which it is bound: reduced, cleaned, identified, sorted. CPU work, done
 * before the transaction begins.
 *
 * @param users everybody the batch has something of, by id
 */
record ReducedBatch(
        List<PartitionAdvance> advances,
        SortedMap<String, Sighting> users,
        SortedMap<String, Instant> forgotten,
        SortedMap<ConversationKey, Instant> forgottenConversations,
        SortedMap<MessageKey, Revision> revisions,
        List<StoredObservation> observations,
        List<StoredLetter> deadLetters) {

    /**
     * @param keeping which records of dead letters are kept
     */
    static ReducedBatch of(WriteBatch batch, Keeping keeping) {
        var changes = Reducer.reduce(batch.effects());
        var observations =
                changes.observations().stream()
                        .flatMap(o ->
                                StorableStatement.in(o.observation()).stream()
                                        .map(clean -> StoredObservation.of(clean, o.edited())))
                        .toList();
        return new ReducedBatch(
                batch.advances(),
                users(changes, observations),
                changes.forgotten(),
                changes.forgottenConversations(),
                changes.revisions(),
                observations,
                letters(batch, changes.deadLetters(), keeping));
    }

    private static List<StoredLetter> letters(
            WriteBatch batch, List<DeadLetter> letters, Keeping keeping) {
        var kept = new HashMap<DeadLetter, Kept>();
        for (int i = 0; i < batch.effects().size(); i++) {
            if (batch.effects().get(i) instanceof Effect.Dead(var letter)) {
                batch.origin(i).flatMap(keeping::keep).ifPresent(k -> kept.put(letter, k));
            }
        }
        return letters.stream().map(l -> new StoredLetter(l, kept.get(l))).toList();
    }

    /** Users to lock: those of kept records, too, so that nobody forgets them at the same time. */
    Collection<String> usersToLock() {
        var all = new TreeSet<>(users.keySet());
        deadLetters.stream()
                .flatMap(l -> Stream.ofNullable(l.kept()))
                .forEach(kept -> all.add(kept.owner().userId()));
        return all;
    }

    /**
     * A user to be forgotten is among them even without a row: whoever writes of the same user at
     * the same time then waits for the same row, and sees that the user was forgotten.
     */
    private static SortedMap<String, Sighting> users(
            Changes changes, List<StoredObservation> observations) {
        var users = new TreeMap<String, Sighting>();
        changes.forgotten().forEach((user, upTo) -> see(users, user, upTo));
        changes.forgottenConversations()
                .forEach((conversation, upTo) -> see(users, conversation.userId(), upTo));
        changes.revisions()
                .forEach((message, revision) -> see(users, message.userId(), revision.revisedAt()));
        observations.forEach(
                o -> see(users, o.observation().userId(), o.observation().source().saidAt()));
        return users;
    }

    private static void see(SortedMap<String, Sighting> users, String userId, Instant time) {
        users.merge(userId, Sighting.at(userId, time), Sighting::and);
    }
}
