package gleaner.postgres;

import gleaner.cycle.Changes;
import gleaner.cycle.ConversationKey;
import gleaner.cycle.DeadLetter;
import gleaner.cycle.MessageKey;
import gleaner.cycle.PartitionAdvance;
import gleaner.cycle.Reducer;
import gleaner.cycle.Revision;
import gleaner.cycle.WriteBatch;
import gleaner.postgres.statement.Sighting;
import gleaner.postgres.statement.StoredObservation;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
        List<DeadLetter> deadLetters) {

    static ReducedBatch of(WriteBatch batch) {
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
                changes.deadLetters());
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
